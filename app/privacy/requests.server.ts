// The duties from Shopify's privacy webhooks, as the merchant sees them.
import { Prisma } from "@prisma/client";
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { recordEvent } from "../events/record.server.ts";
import { DAY, later, now } from "../lib/clock.ts";
import { isId, newId } from "../lib/id.ts";
import type { CustomerExport } from "./export.server.ts";

/** Where a duty comes from: the store it concerns and the webhook that brought it. */
export interface Duty {
  workspaceId: string;
  storeId: string;
  receivedId: string;
}

export type DutyKind = "data_request" | "customer_redact";

/** Shopify's limit for all of them. */
const DUE = 30 * DAY;

/** Notes a duty. One webhook is one duty; `result` waits for the merchant, without it the duty is done. */
export async function noteDuty(
  tx: Tx,
  duty: Duty,
  kind: DutyKind,
  result: Prisma.InputJsonObject | null,
): Promise<string> {
  const { workspaceId, storeId, receivedId } = duty;
  const id = newId();
  const at = now();
  await tx.privacyRequest.create({
    data: {
      workspaceId,
      id,
      receivedId,
      storeId,
      kind,
      dueAt: later(at, DUE),
      result: result ?? Prisma.DbNull,
      doneAt: result ? null : at,
      createdAt: at,
    },
  });
  await recordEvent(tx, workspaceId, {
    type: result ? "privacy-requested" : "privacy-done",
    by: { kind: "shop", id: storeId },
    data: { requestId: id, kind, storeId },
  });
  return id;
}

export interface PrivacyDuty {
  id: string;
  kind: DutyKind;
  storeId: string;
  /** ISO 8601 */
  createdAt: string;
  dueAt: string;
  doneAt: string | null;
  /** an export can be fetched */
  ready: boolean;
}

/** The newest duties of a workspace. For owners and admins: the caller checks the role. */
export async function listPrivacyRequests(workspace: { id: string }): Promise<PrivacyDuty[]> {
  const rows = await db.$queryRaw<(Omit<PrivacyDuty, "createdAt" | "dueAt" | "doneAt"> & Dates)[]>`
    SELECT id, kind, "storeId", "createdAt", "dueAt", "doneAt", result IS NOT NULL AS ready
    FROM "PrivacyRequest" WHERE "workspaceId" = ${workspace.id}::uuid
    ORDER BY "createdAt" DESC, id DESC LIMIT 200`;
  return rows.map(({ createdAt, dueAt, doneAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    dueAt: dueAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
  }));
}

type Dates = { createdAt: Date; dueAt: Date; doneAt: Date | null };

/** What was collected about a customer. Throws not-found, also when the customer was erased since. */
export async function exportOf(workspace: { id: string }, id: string | undefined): Promise<CustomerExport> {
  if (!isId(id)) throw new AppError("not-found");
  const row = await db.privacyRequest.findUnique({
    where: { workspaceId_id: { workspaceId: workspace.id, id }, kind: "data_request" },
    select: { result: true },
  });
  if (!row?.result) throw new AppError("not-found");
  return row.result as unknown as CustomerExport;
}

/** The merchant has what they need to answer their customer. Repeating it is harmless. */
export async function noteHandedOver(
  workspace: { id: string },
  id: string | undefined,
  { by }: { by: { id: string } },
): Promise<void> {
  if (!isId(id)) throw new AppError("not-found");
  await db.$transaction(async (tx) => {
    const where = { workspaceId: workspace.id, id, kind: "data_request" };
    const { count } = await tx.privacyRequest.updateMany({
      where: { ...where, doneAt: null },
      data: { doneAt: now() },
    });
    if (count) {
      await recordEvent(tx, workspace.id, {
        type: "privacy-done",
        by: { kind: "agent", id: by.id },
        data: { requestId: id, kind: "data_request" },
      });
    } else if (!(await tx.privacyRequest.findFirst({ where, select: { id: true } }))) {
      throw new AppError("not-found");
    }
  });
}
