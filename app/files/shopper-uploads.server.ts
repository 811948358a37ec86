// What a shopper has put into a form or a chat that is not sent yet: a file without a message. Whoever has its token,
// and only they, may send it or take it back; it opens nothing.
import { createHash } from "node:crypto";
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { newToken } from "../lib/token.server.ts";
import type { StoredFile } from "./file.ts";
import { inspect } from "./inspect.ts";
import { newKey } from "./key.server.ts";
import { removeFilesOf } from "./remove.server.ts";
import { SHOPPER_FILES } from "./shopper-files.ts";
import { putFile } from "./store.server.ts";

export interface ShopperUpload {
  fileId: string;
  token: string;
  name: string;
  size: number;
  contentType: string;
}

/**
 * Keeps an upload for a day. What it is, its bytes say. Throws "invalid" ({ reason: "empty" | "kind" }) for what
 * shoppers may not send, "too-large" beyond the limit.
 */
export async function keepShopperUpload(
  { workspaceId }: { workspaceId: string },
  { name, bytes, kinds = SHOPPER_FILES.form }: { name: string; bytes: Buffer; kinds?: readonly string[] },
): Promise<ShopperUpload> {
  if (!bytes.length) throw new AppError("invalid", { reason: "empty" });
  if (bytes.length > SHOPPER_FILES.mostBytes)
    throw new AppError("too-large", { most: SHOPPER_FILES.mostBytes });
  const found = await inspect({ name, contentType: "" }, bytes);
  if (!kinds.includes(found.contentType) || found.danger) throw new AppError("invalid", { reason: "kind" });
  const token = newToken();
  const file: StoredFile = {
    id: newId(),
    key: newKey(),
    ...found,
    contentId: null,
    inline: false,
    missing: null,
  };
  // Its row comes first: bytes without one would never be swept.
  await db.file.create({ data: { ...file, workspaceId, uploadHash: hashOf(token), createdAt: now() } });
  await putFile(file.key, bytes, file.contentType);
  return { fileId: file.id, token, name: file.name, size: file.size, contentType: file.contentType };
}

/** Makes uploads the files of a message that is being written. Returns how many: what was swept or sent is no more. */
export async function claimShopperUploads(
  tx: Tx,
  { workspaceId }: { workspaceId: string },
  tokens: string[],
  messageId: string,
): Promise<number> {
  const hashes = [...new Set(tokens)].slice(0, SHOPPER_FILES.most).map(hashOf);
  if (!hashes.length) return 0;
  const { count } = await tx.file.updateMany({
    where: { workspaceId, uploadHash: { in: hashes }, messageId: null },
    data: { messageId, uploadHash: null },
  });
  return count;
}

/** The uploads these tokens stand for, in their order, without those that are no more. */
export async function findShopperUploads(
  tx: Tx,
  { workspaceId }: { workspaceId: string },
  tokens: string[],
): Promise<{ id: string; name: string; size: number }[]> {
  const hashes = [...new Set(tokens)].slice(0, SHOPPER_FILES.most).map(hashOf);
  if (!hashes.length) return [];
  const rows = await tx.file.findMany({
    where: { workspaceId, uploadHash: { in: hashes }, messageId: null },
    select: { id: true, name: true, size: true, uploadHash: true },
  });
  return rows.toSorted((a, b) => hashes.indexOf(a.uploadHash ?? "") - hashes.indexOf(b.uploadHash ?? ""));
}

/** Throws an upload away. One that is not there, or was sent, is no failure. */
export async function dropShopperUpload(
  { workspaceId }: { workspaceId: string },
  token: string,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const where = { workspaceId, uploadHash: hashOf(token), messageId: null };
    const found = await tx.file.findFirst({ where, select: { key: true } });
    if (found && (await tx.file.deleteMany({ where })).count) await removeFilesOf(tx, [found.key]);
  });
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
