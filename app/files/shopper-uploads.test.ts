import { expect, test } from "vitest";
import { makeConversation, makeWorkspace } from "../../tests/factories.ts";
import { db } from "../db.server.ts";
import { DAY, later, now } from "../lib/clock.ts";
import {
  claimShopperUploads,
  dropShopperUpload,
  findShopperUploads,
  keepShopperUpload,
} from "./shopper-uploads.server.ts";
import { sweepUploads } from "./uploads.server.ts";

const pdf = { name: "kvitto.pdf", bytes: Buffer.from("%PDF-1.7\nhej") };

test("whoever has an upload's token sends it, once, and nobody without it or elsewhere", async () => {
  const { workspace, message } = await makeConversation();
  const stranger = await makeWorkspace();
  const upload = await keepShopperUpload({ workspaceId: workspace.id }, pdf);
  expect(upload).toMatchObject({
    name: "kvitto.pdf",
    contentType: "application/pdf",
    size: pdf.bytes.length,
  });
  const claim = (workspaceId: string, token: string) =>
    db.$transaction((tx) => claimShopperUploads(tx, { workspaceId }, [token, token], message.id));
  expect(await claim(stranger.id, upload.token)).toBe(0);
  expect(await claim(workspace.id, upload.fileId)).toBe(0);
  expect(await claim(workspace.id, upload.token)).toBe(1);
  expect(await claim(workspace.id, upload.token)).toBe(0);
  const row = await db.file.findFirst({ where: { workspaceId: workspace.id, id: upload.fileId } });
  expect(row).toMatchObject({ messageId: message.id, uploadHash: null });
});

test("what a file is its bytes say, not its name", async () => {
  const { id: workspaceId } = await makeWorkspace();
  const keep = (name: string, bytes: Buffer) => keepShopperUpload({ workspaceId }, { name, bytes });
  await expect(keep("foto.png", Buffer.from("<svg onload='1'/>"))).rejects.toMatchObject({ code: "invalid" });
  await expect(keep("foto.png", Buffer.alloc(0))).rejects.toMatchObject({ code: "invalid" });
  await expect(keep("rapport.exe", pdf.bytes)).rejects.toMatchObject({ code: "invalid" });
  const large = Buffer.concat([pdf.bytes, Buffer.alloc(10 * 1024 * 1024)]);
  await expect(keep("stor.pdf", large)).rejects.toMatchObject({ code: "too-large" });
  expect(await db.file.count({ where: { workspaceId } })).toBe(0);
});

test("an upload that is taken back or never sent goes", async () => {
  const { id: workspaceId } = await makeWorkspace();
  const [kept, dropped, old] = [
    await keepShopperUpload({ workspaceId }, pdf),
    await keepShopperUpload({ workspaceId }, pdf),
    await keepShopperUpload({ workspaceId }, pdf),
  ];
  await dropShopperUpload({ workspaceId }, dropped.token);
  await db.file.updateMany({
    where: { workspaceId, id: old.fileId },
    data: { createdAt: later(now(), -2 * DAY) },
  });
  await sweepUploads();
  const tokens = [old.token, dropped.token, kept.token];
  expect(await findShopperUploads(db, { workspaceId }, tokens)).toMatchObject([{ id: kept.fileId }]);
});
