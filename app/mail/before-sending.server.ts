// What must be so before a mail is claimed: its turn has come, and its files are at hand.
import type { PostmarkFile } from "../clients/postmark.server.ts";
import { db } from "../db.server.ts";
import { readFile } from "../files/store.server.ts";
import { log } from "../lib/log.server.ts";

export type MailFiles = { loaded: PostmarkFile[] } | { state: "failed" | "waiting"; reason: string };

interface MailRef {
  workspaceId: string;
  mailId: string;
}

/** Replies of one ticket leave in the order they were written: one that has to wait holds up those behind it. */
export async function goesAfterAnother({ workspaceId, mailId }: MailRef): Promise<boolean> {
  const mail = await db.outgoingMail.findUnique({
    where: { workspaceId_id: { workspaceId, id: mailId } },
    select: { message: { select: { ticketId: true, createdAt: true } } },
  });
  if (!mail?.message) return false;
  const { ticketId, createdAt } = mail.message;
  const before = await db.message.findFirst({
    where: {
      workspaceId,
      ticketId,
      createdAt: { lt: createdAt },
      kind: "outbound",
      delivery: { in: ["queued", "sending"] },
    },
    select: { id: true },
  });
  return before !== null;
}

/** The files a mail that is still to go carries, with their bytes. */
export async function loadFiles({ workspaceId, mailId }: MailRef): Promise<MailFiles> {
  const mail = await db.outgoingMail.findUnique({
    where: { workspaceId_id: { workspaceId, id: mailId } },
    select: { files: true },
  });
  const ids = Array.isArray(mail?.files) ? mail.files.filter((id) => typeof id === "string") : [];
  if (!ids.length) return { loaded: [] };
  const rows = await db.file.findMany({ where: { workspaceId, id: { in: ids } } });
  const ordered = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  if (ordered.length !== ids.length || ordered.some(({ missing }) => missing))
    return { state: "failed", reason: "file-gone" };
  try {
    const loaded: PostmarkFile[] = [];
    for (const { key, name, contentType, contentId } of ordered)
      loaded.push({ name, contentType, contentId, bytes: await readFile(key) });
    return { loaded };
  } catch (error) {
    log.warn({ err: error, mailId }, "the files of a mail could not be read");
    return { state: "waiting", reason: "files-away" };
  }
}
