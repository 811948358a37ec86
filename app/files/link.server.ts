// Links to files: signed, of one file, for a while. Whoever has the link has the file until then, and nobody else.
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "../env.server.ts";
import { HOUR, now } from "../lib/clock.ts";
import { isId } from "../lib/id.ts";
import { once } from "../lib/once.server.ts";
import type { ShownFile, StoredFile } from "./file.ts";

/** Long enough for an open ticket page; a page read again has new links. */
const LASTS = 12 * HOUR;

/** Where a file can be fetched, as a path of ours. `at` is rounded to the hour, so that browsers can keep it. */
export function fileUrl(file: { workspaceId: string; id: string; name: string }): string {
  const expires = Math.ceil((now().getTime() + LASTS) / HOUR) * HOUR;
  const ticket = `${file.workspaceId}.${file.id}.${expires}`;
  return `/files/${ticket}.${sign(ticket)}/${encodeURIComponent(file.name)}`;
}

/** Which file a link's ticket is for; null when it is altered, expired or none of ours. */
export function readFileTicket(ticket: string): { workspaceId: string; id: string } | null {
  const [workspaceId, id, expires, signature] = ticket.split(".");
  if (!isId(workspaceId) || !isId(id) || !signature) return null;
  const signed = Buffer.from(sign(`${workspaceId}.${id}.${expires}`));
  const given = Buffer.from(signature);
  if (signed.length !== given.length || !timingSafeEqual(signed, given)) return null;
  return Number(expires) > now().getTime() ? { workspaceId, id } : null;
}

/** A row of File as a page gets it. */
export const showFile = (row: StoredFile & { workspaceId: string }): ShownFile => ({
  id: row.id,
  name: row.name,
  contentType: row.contentType,
  size: row.size,
  contentId: row.contentId,
  inline: row.inline,
  danger: row.danger,
  width: row.width,
  height: row.height,
  missing: row.missing,
  url: row.missing ? null : fileUrl(row),
});

const key = () =>
  once("file-link-key", () =>
    createHmac("sha256", Buffer.from(env.TOKEN_ENCRYPTION_KEY, "base64")).update("file links").digest(),
  );

const sign = (text: string): string => createHmac("sha256", key()).update(text).digest("base64url");
