// What the settings page shows of support addresses. Never their test codes.
import type { SupportAddress } from "@prisma/client";
import { z } from "zod";
import { db } from "../db.server.ts";
import { env } from "../env.server.ts";
import { now } from "../lib/clock.ts";
import { replyAddress } from "../mail/addresses.ts";
import { stateOfAddress, testKey, type AddressState } from "./support-address.ts";
import { findRow } from "./support-addresses.server.ts";

/** What the merchant's mail provider asked, to have the forwarding confirmed. */
export interface Forwarding {
  from: string;
  subject: string;
  code: string | null;
  link: string | null;
  /** ISO 8601, like all times here */
  at: string;
}

export interface ShownAddress {
  id: string;
  storeId: string;
  departmentId: string | null;
  address: string;
  state: AddressState;
  acknowledge: boolean;
  /** what it has to be forwarded to */
  forwardTo: string;
  testSentAt: string | null;
  testArrivedAt: string | null;
  lastMailAt: string | null;
  forwarding: Forwarding | null;
}

export interface GuidedAddress extends ShownAddress {
  storeName: string;
  /** why its newest test mail did not even leave; a code as of replies */
  testTrouble: string | null;
}

export interface ShownStore {
  id: string;
  name: string;
  /** where mail arrives with nothing connected */
  ownAddress: string | null;
  addresses: ShownAddress[];
}

/** Every store with its addresses, oldest first. */
export async function listSupportAddresses(workspace: { id: string }): Promise<ShownStore[]> {
  const where = { workspaceId: workspace.id };
  const [stores, rows, own] = await Promise.all([
    db.store.findMany({
      where,
      select: { id: true, name: true },
      orderBy: [{ installedAt: "asc" }, { id: "asc" }],
      take: 100,
    }),
    db.supportAddress.findMany({ where, orderBy: { createdAt: "asc" }, take: 500 }),
    db.inboundAddress.findMany({
      where: { ...where, supportAddressId: null },
      orderBy: { createdAt: "asc" },
      take: 500,
    }),
  ]);
  return stores.map(({ id, name }) => {
    const token = own.find(({ storeId }) => storeId === id)?.token;
    return {
      id,
      name,
      ownAddress: token ? replyAddress(env.POSTMARK_INBOUND_ADDRESS, token) : null,
      addresses: rows.filter(({ storeId }) => storeId === id).map(show),
    };
  });
}

/** One of them, with what became of its test mail. Throws not-found. */
export async function findSupportAddress(workspace: { id: string }, id: string): Promise<GuidedAddress> {
  const workspaceId = workspace.id;
  const row = await findRow(db, workspace, id);
  const [store, test] = await Promise.all([
    db.store.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: row.storeId } },
      select: { name: true },
    }),
    row.testSentAt
      ? db.outgoingMail.findUnique({
          where: { workspaceId_requestKey: { workspaceId, requestKey: testKey(row.id, row.testSentAt) } },
          select: { state: true, error: true },
        })
      : null,
  ]);
  const failed = test && ["failed", "bounced"].includes(test.state);
  return { ...show(row), storeName: store.name, testTrouble: failed ? (test.error ?? "refused") : null };
}

/** The departments mail can be sent to, by name. */
export const listDepartments = (workspace: { id: string }): Promise<{ id: string; name: string }[]> =>
  db.department.findMany({
    where: { workspaceId: workspace.id, retiredAt: null },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: 200,
  });

const forwarding = z
  .object({
    from: z.string(),
    subject: z.string(),
    code: z.string().nullable(),
    link: z.string().nullable(),
    at: z.string(),
  })
  .nullable()
  .catch(null);

const show = (row: SupportAddress): ShownAddress => ({
  id: row.id,
  storeId: row.storeId,
  departmentId: row.departmentId,
  address: row.address,
  state: stateOfAddress(row, now()),
  acknowledge: row.acknowledge,
  forwardTo: replyAddress(env.POSTMARK_INBOUND_ADDRESS, row.token),
  testSentAt: row.testSentAt?.toISOString() ?? null,
  testArrivedAt: row.testArrivedAt?.toISOString() ?? null,
  lastMailAt: row.lastMailAt?.toISOString() ?? null,
  forwarding: forwarding.parse(row.forwarding),
});
