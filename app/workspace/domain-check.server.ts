// Are a domain's records still there? Asked by the merchant, and by itself: daily, and hourly while it is new.
import type { SendingDomain } from "@prisma/client";
import { DomainRefused, verifyDomain, type ProviderDomain } from "../clients/postmark-domains.server.ts";
import { db, type Tx } from "../db.server.ts";
import { SYSTEM, type Actor, type WorkspaceEventType } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { DAY, HOUR, later, now, SECOND } from "../lib/clock.ts";
import { findDomainRow, inWords } from "./sending-domains.server.ts";

const MOST_DUE = 200;
const NEW = 7 * DAY;

/** Checks one now, because somebody asked. Throws not-found, invalid ({ reason }), too-many or unavailable. */
export async function checkSendingDomain(
  workspace: { id: string },
  name: string,
  { by }: { by: Actor },
): Promise<void> {
  const row = await findDomainRow(workspace, name);
  await note(row, await inWords(verifyDomain(row.providerId)), by);
}

/** Checks one because its time has come. One that Postmark does not know any more can't be sent from. */
export async function recheckDomain({ name }: { name: string }): Promise<void> {
  const row = await db.sendingDomain.findUnique({ where: { name } });
  if (!row) return;
  const found = await verifyDomain(row.providerId).catch((error: unknown) => {
    if (error instanceof DomainRefused && error.trouble === "gone") return null;
    throw error;
  });
  await note(row, found, SYSTEM);
}

/** Gives every domain whose time has come a job. */
export async function queueDueDomains(): Promise<void> {
  const at = now();
  const due = await db.sendingDomain.findMany({
    where: {
      OR: [
        { checkedAt: { lte: later(at, -DAY) } },
        { checkedAt: null, createdAt: { lte: later(at, -HOUR) } },
        { dkimVerifiedAt: null, createdAt: { gt: later(at, -NEW) }, checkedAt: { lte: later(at, -HOUR) } },
      ],
    },
    select: { name: true },
    orderBy: { checkedAt: { sort: "asc", nulls: "first" } },
    take: MOST_DUE,
  });
  for (const { name } of due)
    await db.$transaction((tx) =>
      enqueue(tx, "check-domain", { name }, { onceIn: { seconds: HOUR / SECOND, key: name } }),
    );
}

/** What was found. Lost after it was proven, it fails at once: mail leaves from our own domain from then on. */
async function note(row: SendingDomain, found: ProviderDomain | null, by: Actor): Promise<void> {
  const at = now();
  const proven = found?.dkim.verified ?? false;
  const change = changeOf(row, proven);
  await db.$transaction(async (tx) => {
    const { count } = await tx.sendingDomain.updateMany({
      where: { name: row.name, workspaceId: row.workspaceId, providerId: row.providerId },
      data: {
        checkedAt: at,
        ...(found
          ? {
              dkimHost: found.dkim.host,
              dkimValue: found.dkim.value,
              returnPathVerifiedAt: found.returnPath.verified ? (row.returnPathVerifiedAt ?? at) : null,
            }
          : {}),
        ...(proven ? { dkimVerifiedAt: row.dkimVerifiedAt ?? at, failingSince: null } : {}),
        ...(change === "domain-failing" ? { failingSince: at } : {}),
      },
    });
    if (count) await tell(tx, row, change, by);
  });
}

function changeOf(row: SendingDomain, proven: boolean): WorkspaceEventType | null {
  if (proven) return row.failingSince ? "domain-recovered" : row.dkimVerifiedAt ? null : "domain-verified";
  return row.dkimVerifiedAt && !row.failingSince ? "domain-failing" : null;
}

/** The daily look that finds nothing new is no event. */
async function tell(tx: Tx, row: SendingDomain, change: WorkspaceEventType | null, by: Actor): Promise<void> {
  if (!change && by.kind === "system") return;
  const type = change ?? "domain-checked";
  await recordEvent(tx, row.workspaceId, { type, by, data: { name: row.name } });
}
