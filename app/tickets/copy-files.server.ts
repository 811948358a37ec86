// The files of what is passed on become uploads of the agent's own: they can be taken out, and travel like any other.
import { db } from "../db.server.ts";
import type { ShownFile } from "../files/file.ts";
import { readFile } from "../files/store.server.ts";
import { keepUpload } from "../files/uploads.server.ts";
import { encodedSize, mayBeSent, MOST_ENCODED_BYTES } from "../mail/size.ts";
import { passable } from "./passed-on.server.ts";
import type { TicketRef } from "./ticket.ts";

const MOST_FILES = 20;
/** A picture in the text that is larger was put there to be seen. */
const LOGO = 20_000;

/** Copies what came with one message, or (null) with the whole conversation, as far as one mail can carry it. */
export async function copyFiles(
  ticket: TicketRef,
  messageId: string | null,
  { by }: { by: { id: string } },
): Promise<{ files: ShownFile[]; left: string[] }> {
  const { workspaceId } = ticket;
  const rows = await db.file.findMany({
    where: {
      workspaceId,
      missing: null,
      message: passable(ticket, messageId),
      OR: [{ inline: false }, { size: { gt: LOGO } }],
    },
    orderBy: { id: "desc" },
    take: MOST_FILES,
    select: { key: true, name: true, contentType: true, size: true },
  });
  const files: ShownFile[] = [];
  const left: string[] = [];
  let weight = 0;
  for (const { key, name, contentType, size } of rows.reverse()) {
    weight += encodedSize(size);
    if (!mayBeSent(name) || weight > MOST_ENCODED_BYTES) {
      left.push(name);
      weight -= encodedSize(size);
      continue;
    }
    const owner = { workspaceId, agentId: by.id };
    files.push(await keepUpload(owner, { name, contentType }, await readFile(key)));
  }
  return { files, left };
}
