// The bell: who is told in the app that something happened to a ticket.
import { db, type Tx } from "../db.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { publish } from "../live/publish.server.ts";

export type BellKind = "mention" | "assigned" | "message" | "undelivered" | "approval" | "decided";

/** An event as its row says it. */
export interface HappenedEvent {
  workspaceId: string;
  id: string;
  ticketId: string;
  type: string;
  actorKind: string;
  actorId: string | null;
  data: {
    messageId?: string;
    agentId?: string;
    askedById?: string;
    automatic?: boolean;
    state?: string;
    bulk?: boolean;
  };
}

/** Tells whoever an event concerns; nobody of what they did themselves. Safe to repeat: one per agent and event. */
export async function ring(event: HappenedEvent): Promise<void> {
  const told = await whoIsTold(event);
  if (!told || (event.actorKind === "agent" && event.actorId === told.agentId)) return;
  await db.$transaction((tx) => tellInApp(tx, event, told));
}

/** Writes it down for one agent and lets their open pages know. */
export async function tellInApp(
  tx: Tx,
  event: { workspaceId: string; id: string; ticketId: string },
  { agentId, kind, messageId }: { agentId: string; kind: BellKind; messageId: string | null },
): Promise<void> {
  const { workspaceId, id: eventId, ticketId } = event;
  const agent = await tx.agent.findFirst({
    where: { workspaceId, id: agentId, retiredAt: null, role: { not: null } },
    select: { id: true },
  });
  if (!agent) return;
  const id = newId();
  const { count } = await tx.notification.createMany({
    data: [{ workspaceId, id, agentId, kind, ticketId, messageId, eventId, createdAt: now() }],
    skipDuplicates: true,
  });
  if (count) await publish(tx, { workspaceId, id, type: "notified", ticketId, agentId });
}

type Told = { agentId: string; kind: BellKind; messageId: string | null };

async function whoIsTold({ workspaceId, ticketId, type, data }: HappenedEvent): Promise<Told | null> {
  const messageId = data.messageId ?? null;
  if (type === "assigned" && data.agentId && !data.bulk)
    return { agentId: data.agentId, kind: "assigned", messageId };
  if (type === "order-action-asked" && data.agentId)
    return { agentId: data.agentId, kind: "approval", messageId: null };
  if (type.startsWith("order-action-") && data.askedById)
    return { agentId: data.askedById, kind: "decided", messageId: null };
  if (type === "message-received" && messageId && !data.automatic) {
    const ticket = await db.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id: ticketId } },
      select: { assigneeId: true, spam: true, channel: true },
    });
    const agentId = ticket?.assigneeId;
    if (!agentId || ticket.spam) return null;
    // Who chats writes line by line: the first one calls for them all.
    if (ticket.channel === "chat" && (await isCalled(workspaceId, { agentId, ticketId }))) return null;
    return { agentId, kind: "message", messageId };
  }
  if (type === "delivery-changed" && messageId && LOST.includes(data.state ?? "")) {
    const message = await db.message.findUnique({
      where: { workspaceId_id: { workspaceId, id: messageId } },
      select: { authorId: true },
    });
    return message?.authorId ? { agentId: message.authorId, kind: "undelivered", messageId } : null;
  }
  return null;
}

const isCalled = async (
  workspaceId: string,
  about: { agentId: string; ticketId: string },
): Promise<boolean> =>
  (await db.notification.count({ where: { workspaceId, ...about, kind: "message", readAt: null } })) > 0;

const LOST = ["failed", "bounced", "unknown"];
