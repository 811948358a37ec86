// The picture of an agent that shoppers see: small, square, and for everybody who has its link, which nobody can guess.
import { db } from "../db.server.ts";
import { env } from "../env.server.ts";
import { AppError } from "../errors.ts";
import { recordEvent } from "../events/record.server.ts";
import { inspect } from "../files/inspect.ts";
import { newKey } from "../files/key.server.ts";
import { removeFilesOf } from "../files/remove.server.ts";
import { putFile, readFile } from "../files/store.server.ts";
import { DAY, SECOND } from "../lib/clock.ts";
import { FileGone } from "../lib/file-gone.ts";
import { isId } from "../lib/id.ts";
import { MOST_BYTES, MOST_PIXELS } from "./picture.ts";

interface AgentRef {
  workspaceId: string;
  id: string;
}

/** Where a picture can be fetched from anywhere; null when there is none. */
export const pictureUrl = (agent: { workspaceId: string; pictureKey: string | null }): string | null =>
  agent.pictureKey
    ? `${env.SHOPIFY_APP_URL}/faces/${agent.workspaceId}.${agent.pictureKey.replaceAll("/", "")}`
    : null;

/**
 * Makes these bytes the agent's picture, instead of the one they had. Throws invalid ({ reason }) for what is no PNG
 * or JPEG by its bytes, not square, or too large.
 */
export async function changePicture({ workspaceId, id }: AgentRef, bytes: Buffer): Promise<string> {
  const { contentType, width, height } = await inspect({ name: "picture", contentType: "" }, bytes);
  if (contentType !== "image/png" && contentType !== "image/jpeg") throw refused("type");
  if (bytes.length > MOST_BYTES || !width || width > MOST_PIXELS) throw refused("size");
  if (width !== height) throw refused("square");
  const key = newKey();
  await putFile(key, bytes, contentType);
  await setPicture({ workspaceId, id }, key).catch(async (error: unknown) => {
    await db.$transaction((tx) => removeFilesOf(tx, [key]));
    throw error;
  });
  return pictureUrl({ workspaceId, pictureKey: key }) ?? "";
}

/** Initials from now on. */
export const removePicture = (agent: AgentRef): Promise<void> => setPicture(agent, null);

/** The picture of a link. Throws not-found, the same for everything that can be wrong with it. */
export async function servePicture(ticket: string): Promise<Response> {
  const [workspaceId, token = ""] = ticket.split(".");
  if (!isId(workspaceId) || !/^\w{20,80}$/.test(token)) throw new AppError("not-found");
  const pictureKey = `${token.slice(0, 2)}/${token.slice(2, 4)}/${token.slice(4)}`;
  const agent = await db.agent.findUnique({
    where: { workspaceId_pictureKey: { workspaceId, pictureKey } },
    select: { id: true },
  });
  if (!agent) throw new AppError("not-found");
  const bytes = await wholeOf(pictureKey);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": bytes[0] === 0x89 ? "image/png" : "image/jpeg",
      "Content-Length": String(bytes.length),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": `public, max-age=${DAY / SECOND}, immutable`,
    },
  });
}

async function setPicture({ workspaceId, id }: AgentRef, pictureKey: string | null): Promise<void> {
  await db.$transaction(async (tx) => {
    const where = { workspaceId_id: { workspaceId, id } };
    const before = await tx.agent.findUnique({ where, select: { pictureKey: true } });
    if (!before) throw new AppError("not-found");
    if (before.pictureKey === pictureKey) return;
    await tx.agent.updateMany({ where: { workspaceId, id }, data: { pictureKey } });
    if (before.pictureKey) await removeFilesOf(tx, [before.pictureKey]);
    await recordEvent(tx, workspaceId, {
      type: "profile-changed",
      by: { kind: "agent", id },
      agentId: id,
      data: { agentId: id, picture: pictureKey !== null },
    });
  });
}

const wholeOf = (key: string): Promise<Buffer> =>
  readFile(key).catch((error: unknown) => {
    throw error instanceof FileGone ? new AppError("not-found") : error;
  });

const refused = (reason: "type" | "size" | "square") => new AppError("invalid", { field: "picture", reason });
