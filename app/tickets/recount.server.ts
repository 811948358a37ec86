// A ticket's head says again what its messages say, after some came or went.
import type { Tx } from "../db.server.ts";
import { previewOf, type TicketRef } from "./ticket.ts";
import { noteOnTicket } from "./undelivered-flag.server.ts";

/** Newest message, preview, files and lost replies. A ticket without messages has no newest one, and keeps its time. */
export async function recount(tx: Tx, { workspaceId, id }: TicketRef): Promise<void> {
  const newest = await newestOf(tx, { workspaceId, id });
  const inbound = await tx.message.findFirst({
    where: { workspaceId, ticketId: id, kind: "inbound" },
    // A person's before a machine's.
    orderBy: [{ machine: { sort: "asc", nulls: "first" } }, { createdAt: "desc" }, { id: "desc" }],
    select: { createdAt: true },
  });
  const shown = await tx.file.findFirst({
    where: { workspaceId, inline: false, message: { workspaceId, ticketId: id, kind: { not: "note" } } },
    select: { id: true },
  });
  await tx.ticket.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: {
      lastMessageId: newest?.id ?? null,
      lastInboundAt: inbound?.createdAt ?? null,
      hasFiles: shown !== null,
      ...(newest ? { lastMessageAt: newest.createdAt, preview: previewIn(newest) } : {}),
    },
  });
  await noteOnTicket(tx, { workspaceId, id });
}

const select = {
  id: true,
  createdAt: true,
  text: true,
  trimmed: true,
  files: { where: { inline: false }, select: { name: true }, orderBy: { id: "asc" } },
} as const;

/** The newest with the customer; a ticket may also consist of a machine's mail alone. */
async function newestOf(tx: Tx, ref: TicketRef) {
  return (await newestWithCustomer(tx, ref)) ?? (await firstOf(tx, ref));
}

const newestWithCustomer = (tx: Tx, { workspaceId, id }: TicketRef) =>
  tx.message.findFirst({
    where: {
      workspaceId,
      ticketId: id,
      OR: [
        { kind: "inbound", machine: null },
        { kind: "outbound", forward: false, automatic: false },
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select,
  });

const firstOf = (tx: Tx, { workspaceId, id }: TicketRef) =>
  tx.message.findFirst({
    where: { workspaceId, ticketId: id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select,
  });

const previewIn = (message: { text: string; trimmed: string | null; files: { name: string }[] }): string =>
  previewOf(message.trimmed ?? (message.text || message.files.map(({ name }) => name).join(", ")));
