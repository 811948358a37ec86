// Rows of a conversation as its visitor sees them: never a note, an agent's full name, or what is not theirs.
import { env } from "../../env.server.ts";
import { fileUrl } from "../../files/link.server.ts";
import { mayBeRated, type ChatState, type EndedBy } from "../../tickets/chat/chat.ts";
import { readCards } from "../../tickets/chat/card.ts";
import { pictureUrl } from "../../team/picture.server.ts";
import { shownNameOf } from "../../team/shown.ts";
import { showNumber } from "../../tickets/ticket.ts";
import type { ChatView, FileView, MessageView } from "./protocol.ts";

export interface ChatRow {
  workspaceId: string;
  ticketId: string;
  visitorId: string;
  state: ChatState;
  offline: boolean;
  revision: number;
  startedAt: Date;
  endedAt: Date | null;
  endedBy: EndedBy | null;
  agentReadAt: Date | null;
  lastAgentAt: Date | null;
  ratedAt: Date | null;
  number: number;
  spam: boolean;
  standsIn: string;
  ticketPrefix: string;
  email: string | null;
  agent: Face | null;
  typing: boolean;
}

interface Face {
  name: string;
  shownName: string | null;
  pictureKey: string | null;
}

/** As PostgreSQL's JSON has it. */
export interface MessageRow {
  id: string;
  kind: "inbound" | "outbound";
  automatic: boolean;
  externalId: string | null;
  text: string;
  cards: unknown;
  delivery: string | null;
  createdAt: string;
  chatSeq: number;
  author: Face | null;
  files: FileRow[] | null;
}

interface FileRow {
  id: string;
  name: string;
  contentType: string;
  size: number;
  width: number | null;
  height: number | null;
  missing: string | null;
}

export function viewChat(row: ChatRow): ChatView {
  return {
    id: row.ticketId,
    number: showNumber(row.ticketPrefix, row.number),
    state: row.state,
    offline: row.offline,
    agent: row.state !== "waiting" && row.agent ? viewFace(row, row.agent) : null,
    readByAgentAt: row.agentReadAt?.toISOString() ?? null,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    endedBy: row.endedBy,
    rated: !mayBeRated(row),
    email: row.email,
  };
}

export function viewMessage(workspaceId: string, row: MessageRow): MessageView {
  const clientId = row.kind === "inbound" ? row.externalId?.split(":")[1] : undefined;
  return {
    id: row.id,
    ...(clientId ? { clientId } : {}),
    at: new Date(row.createdAt).toISOString(),
    from: row.kind === "inbound" ? "visitor" : row.automatic ? "auto" : "agent",
    ...(row.author ? authorOf(viewFace({ workspaceId }, row.author)) : {}),
    text: row.text,
    files: (row.files ?? []).map((file) => viewFile(workspaceId, file)),
    cards: readCards(row.cards),
  };
}

/** Absolute: the page it is shown on is the shop's. */
const viewFile = (workspaceId: string, { missing, ...file }: FileRow): FileView => ({
  name: file.name,
  contentType: file.contentType,
  size: file.size,
  url: missing ? null : new URL(fileUrl({ workspaceId, ...file }), env.SHOPIFY_APP_URL).href,
  width: file.width,
  height: file.height,
});

/** An agent as shoppers see them. */
export const viewFace = (
  { workspaceId }: { workspaceId: string },
  face: Face,
): { name: string; picture: string | null } => ({
  name: shownNameOf(face),
  picture: pictureUrl({ workspaceId, pictureKey: face.pictureKey }),
});

const authorOf = ({ name, picture }: { name: string; picture: string | null }) => ({
  name,
  ...(picture ? { picture } : {}),
});
