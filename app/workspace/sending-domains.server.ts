// Domains a workspace sends from. Postmark holds the keys, the merchant's DNS proves them.
import { domainToASCII } from "node:url";
import type { SendingDomain } from "@prisma/client";
import {
  canManageDomains,
  createDomain,
  deleteDomain,
  DomainRefused,
  type ProviderDomain,
} from "../clients/postmark-domains.server.ts";
import { db, holdLockApart } from "../db.server.ts";
import { env } from "../env.server.ts";
import { AppError } from "../errors.ts";
import { SYSTEM, type Actor } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { DAY, later, now, SECOND } from "../lib/clock.ts";
import { isPublicDomain } from "./public-domains.ts";
import { domainOf } from "./support-address.ts";
import { stateOfDomain, type DomainState } from "./sender.ts";

/** A claim that nobody proved for this long keeps nobody out any more. */
const CLAIM = 7 * DAY;
const MOST = 20;

export interface ShownDomain {
  name: string;
  state: DomainState;
  dkim: { host: string; value: string; found: boolean };
  returnPath: { host: string; value: string; found: boolean };
  /** ISO 8601 */
  checkedAt: string | null;
}

/** Its domains by name; null when the operator has not switched this on. */
export async function listSendingDomains(workspace: { id: string }): Promise<ShownDomain[] | null> {
  if (!canManageDomains()) return null;
  const rows = await db.sendingDomain.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { name: "asc" },
    take: MOST,
  });
  return rows.map(show);
}

/** One of them. Throws not-found. */
export const findSendingDomain = async (workspace: { id: string }, name: string): Promise<ShownDomain> =>
  show(await findDomainRow(workspace, name));

/** The names of those that were proven and are not any more. */
export async function listFailingDomains(workspace: { id: string }): Promise<string[]> {
  const rows = await db.sendingDomain.findMany({
    where: { workspaceId: workspace.id, failingSince: { not: null } },
    select: { name: true },
    orderBy: { name: "asc" },
    take: MOST,
  });
  return rows.map(({ name }) => name);
}

/** Adds a domain at Postmark and here. Throws invalid ({ reason }), too-many or unavailable. */
export async function addSendingDomain(
  workspace: { id: string },
  written: string,
  { by }: { by: Actor },
): Promise<{ name: string }> {
  const name = readDomain(written);
  return holdLockApart(`sending-domain:${name}`, 40 * SECOND, async () => {
    const known = await db.sendingDomain.findUnique({ where: { name } });
    if (known?.workspaceId === workspace.id) return { name };
    if (known && !isLapsed(known)) throw refused("elsewhere");
    if ((await db.sendingDomain.count({ where: { workspaceId: workspace.id } })) >= MOST)
      throw refused("too-many");
    // New keys, so that the records somebody else was shown prove nothing for us.
    if (known) await removeRow(known, SYSTEM);
    const made = await inWords(createDomain(name));
    await keep(workspace, name, made, by).catch(async (error: unknown) => {
      await deleteDomain(made.providerId);
      throw error;
    });
    return { name };
  });
}

/** Takes it out of Postmark and from all brands that send from it. Throws not-found or unavailable. */
export async function removeSendingDomain(
  workspace: { id: string },
  name: string,
  { by }: { by: Actor },
): Promise<void> {
  await removeRow(await findDomainRow(workspace, name), by);
}

async function removeRow(row: SendingDomain, by: Actor): Promise<void> {
  const { workspaceId, name } = row;
  await inWords(deleteDomain(row.providerId));
  await db.$transaction(async (tx) => {
    const { count } = await tx.sendingDomain.deleteMany({ where: { name, workspaceId } });
    if (!count) return;
    await tx.brand.updateMany({
      where: { workspaceId, senderAddress: { endsWith: `@${name}` } },
      data: { senderAddress: null },
    });
    await recordEvent(tx, workspaceId, { type: "domain-removed", by, data: { name } });
  });
}

const isLapsed = (row: SendingDomain): boolean =>
  row.dkimVerifiedAt === null && row.createdAt < later(now(), -CLAIM);

const keep = (workspace: { id: string }, name: string, made: ProviderDomain, by: Actor): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.sendingDomain.create({
      data: {
        name,
        workspaceId: workspace.id,
        providerId: made.providerId,
        dkimHost: made.dkim.host,
        dkimValue: made.dkim.value,
        returnPathHost: made.returnPath.host,
        returnPathValue: made.returnPath.value,
        createdAt: now(),
      },
    });
    await recordEvent(tx, workspace.id, { type: "domain-added", by, data: { name } });
  });

/** A domain's row, in this workspace. Throws not-found. */
export async function findDomainRow(workspace: { id: string }, name: string): Promise<SendingDomain> {
  const row = await db.sendingDomain.findUnique({ where: { name: name.toLowerCase() } });
  if (row?.workspaceId !== workspace.id) throw new AppError("not-found");
  return row;
}

/** What a person typed: a domain, an address of it or its web address. */
function readDomain(written: string): string {
  const typed = written.trim().toLowerCase();
  const host = typed
    .replace(/^https?:\/\//, "")
    .replace(/[/?#].*$/, "")
    .replace(/^.*@/, "");
  const name = domainToASCII(host.replace(/^www\./, "").replace(/\.$/, ""));
  const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
  const labels = name.split(".");
  if (name.length > 200 || labels.length < 2 || !labels.every((part) => label.test(part)))
    throw refused("no-domain");
  if (/^\d+$/.test(labels.at(-1) ?? "")) throw refused("no-domain");
  if (isPublicDomain(name)) throw refused("public");
  if ([env.MAIL_FROM, env.POSTMARK_INBOUND_ADDRESS].map(domainOf).includes(name)) throw refused("elsewhere");
  return name;
}

/** Postmark's trouble as a failure the page has words for. */
export async function inWords<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof DomainRefused)) throw error;
    if (error.trouble === "busy") throw new AppError("too-many");
    if (error.trouble === "down") throw new AppError("unavailable");
    throw refused(error.trouble);
  }
}

const refused = (reason: string): AppError => new AppError("invalid", { field: "domain", reason });

const show = (row: SendingDomain): ShownDomain => ({
  name: row.name,
  state: stateOfDomain(row),
  dkim: {
    host: row.dkimHost,
    value: row.dkimValue,
    found: row.dkimVerifiedAt !== null && row.failingSince === null,
  },
  returnPath: {
    host: row.returnPathHost,
    value: row.returnPathValue,
    found: row.returnPathVerifiedAt !== null,
  },
  checkedAt: row.checkedAt?.toISOString() ?? null,
});
