// The support addresses a merchant connected: mail to one is forwarded to our inbound address with its token.
import type { SupportAddress } from "@prisma/client";
import { z } from "zod";
import { db, holdLock, type Tx } from "../db.server.ts";
import { env } from "../env.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { isId, newId } from "../lib/id.ts";
import { newToken } from "../lib/token.server.ts";
import { domainOf } from "./support-address.ts";

/** A workspace with more has mistaken this for something else. */
const MOST = 100;

const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** The code a test mail carries: long enough that nobody guesses it, short enough for a subject. */
const newCode = (): string => newToken().slice(0, 14);

/**
 * Begins to connect an address: from now on it has a token to be forwarded to. Nothing of it is believed until its
 * test mail comes back. Throws invalid ({ field, reason }) or not-found for a store or department of others.
 */
export async function addSupportAddress(
  workspace: { id: string },
  wish: { address: string; storeId: string; departmentId: string | null },
  { by }: { by: Actor },
): Promise<{ id: string }> {
  const workspaceId = workspace.id;
  const address = readAddress(wish.address);
  return db.$transaction(async (tx) => {
    await holdLock(tx, `support-addresses:${workspaceId}`);
    await demandPlace(tx, workspaceId, wish);
    const known = await tx.supportAddress.findUnique({
      where: { workspaceId_address: { workspaceId, address } },
    });
    if (known && !known.retiredAt) throw refused("connected", { id: known.id });
    const { storeId, departmentId } = wish;
    if (known) {
      await revive(tx, known, { storeId, departmentId }, by);
      return { id: known.id };
    }
    if ((await tx.supportAddress.count({ where: { workspaceId } })) >= MOST) throw refused("too-many");
    const id = newId();
    const token = newToken();
    await tx.supportAddress.create({
      data: { workspaceId, id, storeId, departmentId, address, token, testCode: newCode(), createdAt: now() },
    });
    await tx.inboundAddress.create({
      data: { token, workspaceId, storeId, supportAddressId: id, createdAt: now() },
    });
    await recordEvent(tx, workspaceId, {
      type: "address-added",
      by,
      data: { addressId: id, address, storeId },
    });
    return { id };
  });
}

/** Whether its new e-mails are acknowledged, and which department they go to. */
export async function changeSupportAddress(
  workspace: { id: string },
  id: string,
  change: { acknowledge?: boolean; departmentId?: string | null },
  { by }: { by: Actor },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const row = await findRow(tx, workspace, id);
    if (change.departmentId) await demandDepartment(tx, workspace.id, change.departmentId);
    await tx.supportAddress.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id: row.id } },
      data: change,
    });
    await recordEvent(tx, workspace.id, {
      type: "address-changed",
      by,
      data: { addressId: row.id, address: row.address, ...change },
    });
  });
}

/**
 * Disconnects it: the address is free for others, and its settings count no more. Its token stays, so that what is
 * still forwarded becomes an ordinary ticket of the store instead of being lost.
 */
export async function retireSupportAddress(
  workspace: { id: string },
  id: string,
  { by }: { by: Actor },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const row = await findRow(tx, workspace, id);
    if (row.retiredAt) return;
    await tx.supportAddress.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id: row.id } },
      data: { retiredAt: now() },
    });
    await tx.inboundAddress.updateMany({
      where: { token: row.token, workspaceId: workspace.id },
      data: { address: null },
    });
    await recordEvent(tx, workspace.id, {
      type: "address-retired",
      by,
      data: { addressId: row.id, address: row.address },
    });
  });
}

/**
 * Takes a disconnection back, as long as nobody else has the address by now; otherwise (`proven` false) it waits for
 * its test mail like a new one.
 */
export async function reconnectSupportAddress(
  workspace: { id: string },
  id: string,
  { by }: { by: Actor },
): Promise<{ proven: boolean }> {
  return db.$transaction(async (tx) => {
    const row = await findRow(tx, workspace, id);
    if (!row.retiredAt) return { proven: row.confirmedAt !== null };
    const undone = now().getTime() - row.retiredAt.getTime() < UNDO && row.confirmedAt !== null;
    await holdLock(tx, `address:${row.address}`);
    const taken = await tx.inboundAddress.findUnique({ where: { address: row.address } });
    if (!undone || taken) {
      await revive(tx, row, { storeId: row.storeId, departmentId: row.departmentId }, by);
      return { proven: false };
    }
    await tx.supportAddress.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id: row.id } },
      data: { retiredAt: null },
    });
    await tx.inboundAddress.updateMany({
      where: { token: row.token, workspaceId: workspace.id },
      data: { address: row.address },
    });
    await recordEvent(tx, workspace.id, {
      type: "address-connected",
      by,
      data: { addressId: row.id, address: row.address, again: true },
    });
    return { proven: true };
  });
}

/** How long a disconnection can be taken back without a new test mail. */
const UNDO = 5 * 60_000;

/** A disconnected address starts over: new code, nothing proven. The token stays: the forwarding may still stand. */
async function revive(
  tx: Tx,
  row: SupportAddress,
  place: { storeId: string; departmentId: string | null },
  by: Actor,
): Promise<void> {
  const { workspaceId, id, address, token } = row;
  await tx.supportAddress.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: {
      ...place,
      retiredAt: null,
      confirmedAt: null,
      testCode: newCode(),
      testSentAt: null,
      testArrivedAt: null,
    },
  });
  await tx.inboundAddress.updateMany({
    where: { token, workspaceId },
    data: { storeId: place.storeId, address: null },
  });
  await recordEvent(tx, workspaceId, {
    type: "address-added",
    by,
    data: { addressId: id, address, storeId: place.storeId, again: true },
  });
}

/** An address's row, in this workspace. Throws not-found. */
export async function findRow(tx: Tx, workspace: { id: string }, id: string): Promise<SupportAddress> {
  const row = isId(id)
    ? await tx.supportAddress.findUnique({ where: { workspaceId_id: { workspaceId: workspace.id, id } } })
    : null;
  if (!row) throw new AppError("not-found");
  return row;
}

/** What a person typed as an address. Ours can't be forwarded to ourselves. */
function readAddress(written: string): string {
  const parsed = email.safeParse(written);
  if (!parsed.success) throw refused("no-address");
  const ours = [env.POSTMARK_INBOUND_ADDRESS, env.MAIL_FROM].map(domainOf);
  if (ours.includes(domainOf(parsed.data))) throw refused("ours");
  return parsed.data;
}

type Refusal = "no-address" | "ours" | "connected" | "too-many";

const refused = (reason: Refusal, more: Record<string, string> = {}): AppError =>
  new AppError("invalid", { field: "address", reason, ...more });

async function demandPlace(
  tx: Tx,
  workspaceId: string,
  { storeId, departmentId }: { storeId: string; departmentId: string | null },
): Promise<void> {
  const store = isId(storeId)
    ? await tx.store.findUnique({
        where: { workspaceId_id: { workspaceId, id: storeId } },
        select: { id: true },
      })
    : null;
  if (!store) throw new AppError("not-found");
  if (departmentId) await demandDepartment(tx, workspaceId, departmentId);
}

async function demandDepartment(tx: Tx, workspaceId: string, id: string): Promise<void> {
  const found = isId(id)
    ? await tx.department.findUnique({
        where: { workspaceId_id: { workspaceId, id } },
        select: { retiredAt: true },
      })
    : null;
  if (!found || found.retiredAt) throw new AppError("not-found");
}
