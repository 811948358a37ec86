// What an agent has put into a reply that is not sent yet: a file without a message.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { DAY, later, now } from "../lib/clock.ts";
import { isId, newId } from "../lib/id.ts";
import type { ShownFile, StoredFile } from "./file.ts";
import { inspect } from "./inspect.ts";
import { newKey } from "./key.server.ts";
import { showFile } from "./link.server.ts";
import { removeFilesOf } from "./remove.server.ts";
import { putFile } from "./store.server.ts";

interface Owner {
  workspaceId: string;
  agentId: string;
}

/** Keeps an upload. Its row comes first: bytes without one would never be swept. Throws "invalid" for an empty file. */
export async function keepUpload(
  owner: Owner,
  written: { name: string; contentType: string },
  bytes: Buffer,
): Promise<ShownFile> {
  if (!bytes.length) throw new AppError("invalid", { fields: ["file"] });
  const file: StoredFile = {
    id: newId(),
    key: newKey(),
    ...(await inspect(written, bytes)),
    contentId: null,
    inline: false,
    missing: null,
  };
  const { workspaceId, agentId } = owner;
  await db.file.create({ data: { ...file, workspaceId, uploadedById: agentId, createdAt: now() } });
  await putFile(file.key, bytes, file.contentType);
  return showFile({ ...file, workspaceId });
}

/** Throws away an unsent upload of this agent. Throws not-found for anything else. */
export async function dropUpload({ workspaceId, agentId }: Owner, id: string): Promise<void> {
  if (!isId(id)) throw new AppError("not-found");
  await db.$transaction(async (tx) => {
    const where = { workspaceId, id, messageId: null, uploadedById: agentId };
    const found = await tx.file.findFirst({ where, select: { key: true } });
    const { count } = await tx.file.deleteMany({ where });
    if (!found || !count) throw new AppError("not-found");
    await removeFilesOf(tx, [found.key]);
  });
}

/**
 * Makes uploads the files of a message that is being written. Throws "invalid" when one of them is no unsent upload
 * of this agent.
 */
export async function claimUploads(
  tx: Tx,
  { workspaceId, agentId, fileIds, messageId }: Owner & { fileIds: string[]; messageId: string },
): Promise<void> {
  const ids = [...new Set(fileIds)];
  if (!ids.length) return;
  if (!ids.every(isId)) throw new AppError("invalid", { fields: ["files"] });
  const { count } = await tx.file.updateMany({
    where: { workspaceId, id: { in: ids }, messageId: null, uploadedById: agentId },
    data: { messageId },
  });
  if (count !== ids.length) throw new AppError("invalid", { fields: ["files"] });
}

/** The other way round, when a reply is taken back: its files are this agent's unsent uploads again, from now on. */
export async function releaseUploads(
  tx: Tx,
  { workspaceId, messageId, agentId }: Owner & { messageId: string },
): Promise<void> {
  await tx.file.updateMany({
    where: { workspaceId, messageId },
    data: { messageId: null, uploadedById: agentId, createdAt: now() },
  });
}

/** An upload that stands in no draft this long after it came is part of nothing any more. */
const KEPT = DAY;
const MOST = 500;

/** Removes uploads nothing was made of, with their bytes. What a draft holds stays as long as the draft. */
export async function sweepUploads(): Promise<void> {
  const before = later(now(), -KEPT);
  const rows = await db.$queryRaw<{ workspaceId: string; id: string; key: string }[]>`
    SELECT f."workspaceId", f.id, f.key FROM "File" f
    WHERE f."messageId" IS NULL AND f."createdAt" < ${before} AND NOT EXISTS (
      SELECT 1 FROM "Draft" d WHERE d."workspaceId" = f."workspaceId" AND d."agentId" = f."uploadedById"
        AND d.files @> to_jsonb(ARRAY[f.id::text]))
    LIMIT ${MOST}`;
  for (const { workspaceId, id, key } of rows) {
    await db.$transaction(async (tx) => {
      const old = { messageId: null, createdAt: { lt: before } };
      const { count } = await tx.file.deleteMany({ where: { workspaceId, id, ...old } });
      if (count) await removeFilesOf(tx, [key]);
    });
  }
}
