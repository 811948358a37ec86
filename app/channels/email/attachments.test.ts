// What comes attached to a mail, from Postmark's JSON to the storage.
import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { mailbox, receive, someone } from "../../../tests/mailbox.ts";
import type { AttachedFile, WrittenMail } from "../../../tests/mail-factory.ts";
import { db } from "../../db.server.ts";
import { keyOfPart } from "../../files/key.server.ts";
import { readFile } from "../../files/store.server.ts";
import { FileGone } from "../../lib/file-gone.ts";
import { now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { handlers } from "../../jobs/handlers.server.ts";
import { takeInMail } from "./take-in.server.ts";

async function arrives(attachments: AttachedFile[], mail: Partial<WrittenMail> = {}) {
  const { workspace, token } = await mailbox();
  const received = await receive({ from: someone(), token, attachments, ...mail });
  const message = await db.message.findFirstOrThrow({
    where: { workspaceId: workspace.id, receivedId: received.id },
    include: { files: { orderBy: { id: "asc" } }, ticket: true },
  });
  return { workspace, token, received, message, files: message.files, ticket: message.ticket };
}

const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
function picture(width: number, height: number): Buffer {
  const bytes = Buffer.from(pixel);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

test("files are stored byte for byte under keys that say nothing of them", async () => {
  const bytes = randomBytes(300_000);
  const { files, ticket } = await arrives([
    { name: "../../Kvitto på jackan.pdf", bytes: Buffer.from("%PDF-1.7\n"), contentType: "text/html" },
    { name: "mätdata.bin", bytes },
    { name: "tom.txt", bytes: Buffer.alloc(0) },
  ]);
  expect(files).toMatchObject([
    { name: "Kvitto på jackan.pdf", contentType: "application/pdf", size: 9, danger: null, missing: null },
    { name: "mätdata.bin", size: 300_000, missing: null },
    { name: "tom.txt", size: 0, missing: null },
  ]);
  expect(hash(await readFile(files[1]?.key ?? ""))).toBe(hash(bytes));
  expect(files.map(({ key }) => key).join()).not.toMatch(/kvitto|pdf/i);
  expect(ticket.hasFiles).toBe(true);
});

test("a picture in the text and a signature's logo are no files to look at; a photo is", async () => {
  const inText = await arrives(
    [
      { name: "a.png", bytes: picture(800, 600), contentId: "<foto@mail>" },
      { name: "logo.png", bytes: picture(120, 40), contentId: "logo@mail" },
    ],
    { html: '<p>Se <img src="cid:foto@mail"></p>' },
  );
  expect(inText.files).toMatchObject([
    { contentId: "foto@mail", inline: true, width: 800, height: 600 },
    { contentId: "logo@mail", inline: true },
  ]);
  expect(inText.ticket.hasFiles).toBe(false);
  const beside = await arrives([{ name: "b.png", bytes: picture(800, 600), contentId: "foto@mail" }]);
  expect(beside.files).toMatchObject([{ inline: false }]);
  expect(beside.ticket.hasFiles).toBe(true);
});

test("broken base64, and no base64 at all, cost the file and not the mail", async () => {
  const broken = ["!!! no base64 !!!", "QUJDR", "QUJD=QUJD", null, 7, { a: 1 }, ""];
  const { files, received } = await arrives(broken.map((content, n) => ({ name: `${n}.jpg`, content })));
  expect(received.state).toBe("done");
  expect(files.map(({ missing }) => missing)).toEqual(broken.map(() => "broken"));
});

test("base64 in lines, without padding and in the web's letters is whole", async () => {
  const { files } = await arrives([
    { name: "rader.txt", content: "SGVq\r\nIGRp\r\nZw==" },
    { name: "utan.txt", content: "SGVqIGRpZw" },
    { name: "webb.bin", content: "_-8=" },
  ]);
  expect(files.map(({ missing, size }) => [missing, size])).toEqual([
    [null, 7],
    [null, 7],
    [null, 2],
  ]);
});

test("an attachment of any shape is something, and no list of them is none", async () => {
  const { workspace, token } = await mailbox();
  for (const attachments of [[null, 1, "x", []], "many", { 0: {} }] as never[]) {
    const received = await receive({ from: someone(), token, attachments: [] }, { Attachments: attachments });
    expect(received.state).toBe("done");
  }
  const files = await db.file.findMany({ where: { workspaceId: workspace.id } });
  expect(files.map(({ name, missing }) => [name, missing])).toEqual(
    Array.from({ length: 4 }, () => ["attachment", "broken"]),
  );
});

test("of ten thousand attachments a hundred are kept, and it is said that there were more", async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => ({
    name: `${n}.txt`,
    bytes: Buffer.from(String(n)),
  }));
  const { files } = await arrives(many);
  expect(files.filter(({ missing }) => !missing)).toHaveLength(100);
  expect(files.filter(({ missing }) => missing === "too-large")).toHaveLength(101);
  expect(files.at(-1)?.name).toBe("+9800");
});

test("a picture of four hundred million pixels is kept, and known to be one", async () => {
  const { files } = await arrives([{ name: "bomb.png", bytes: picture(20_000, 20_000) }]);
  expect(files).toMatchObject([{ width: 20_000, height: 20_000, danger: null, missing: null }]);
});

test("a mail that came twice leaves no second set of files behind", async () => {
  const { workspace, token } = await mailbox();
  const mail = {
    from: someone(),
    token,
    messageId: `${newId()}@mail`,
    attachments: [{ name: "a.txt", bytes: Buffer.from("hej") }],
  };
  await receive(mail);
  const again = await receive(mail);
  expect(again).toMatchObject({ state: "suppressed", reason: "duplicate" });
  const [row, ...others] = await db.file.findMany({ where: { workspaceId: workspace.id } });
  expect(others).toEqual([]);
  await removeNow(keyOfPart(again.id, 0));
  await expect(readFile(keyOfPart(again.id, 0))).rejects.toBeInstanceOf(FileGone);
  expect(String(await readFile(row?.key ?? ""))).toBe("hej");
});

test("a mail that is read again after a crash uses the same keys", async () => {
  const { received, files, workspace } = await arrives([{ name: "a.txt" }]);
  await db.received.update({ where: { id: received.id }, data: { state: "received", handledAt: now() } });
  await takeInMail({ receivedId: received.id });
  expect(await db.file.count({ where: { workspaceId: workspace.id } })).toBe(1);
  expect(String(await readFile(files[0]?.key ?? ""))).toBe("hej");
});

/** Runs the waiting job that was told to remove this key, as the worker would. */
async function removeNow(key: string): Promise<void> {
  const jobs = await db.$queryRaw<{ data: { keys: string[] } }[]>`
    SELECT data FROM pgboss.job WHERE name = 'remove-files' AND data->'keys' ? ${key}`;
  expect(jobs).toHaveLength(1);
  for (const { data } of jobs) await handlers["remove-files"](data, { lastTry: false });
}
