// A file on its way to a browser: always to be saved, never a page of ours.
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { HOUR, SECOND } from "../lib/clock.ts";
import { FileGone } from "../lib/file-gone.ts";
import { disposition } from "./disposition.ts";
import { readFileTicket } from "./link.server.ts";
import { openFile } from "./store.server.ts";

/** What no browser runs, whatever it makes of it; everything else goes out as bytes without a meaning. */
const PASSIVE =
  /^(?:image\/(?:png|apng|jpeg|gif|webp|avif|bmp)|application\/pdf|text\/plain|(?:audio|video)\/[\w.+-]+)$/;

/** The file of a link. Throws not-found, the same for everything that can be wrong with it. */
export async function serveFile(ticket: string): Promise<Response> {
  const ref = readFileTicket(ticket);
  const file = ref && (await db.file.findUnique({ where: { workspaceId_id: ref } }));
  if (!file || file.missing) throw new AppError("not-found");
  const bytes = await openFile(file.key).catch((error: unknown) => {
    throw error instanceof FileGone ? new AppError("not-found") : error;
  });
  return new Response(bytes, {
    headers: {
      "Content-Type": PASSIVE.test(file.contentType) ? file.contentType : "application/octet-stream",
      "Content-Length": String(file.size),
      "Content-Disposition": disposition(file.name),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      // A mail's own frame has an origin of its own: to it our pictures are another site's.
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Cache-Control": `private, max-age=${HOUR / SECOND}, no-transform`,
    },
  });
}
