// Mail that would break a careless reader (docs promise 33 and 51): kept, shown, and never in the way of the next.
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { mailbox, receive, someone, takeIn, ticketsOf } from "../../../tests/mailbox.ts";
import { asBody, postmarkMail } from "../../../tests/mail-factory.ts";
import { db } from "../../db.server.ts";
import { readFile } from "../../files/store.server.ts";
import { newId } from "../../lib/id.ts";
import { listUnreadable, openRaw, readRaw, retryUnreadable } from "../unreadable.server.ts";
import { acceptInbound, acceptRequest } from "./accept.server.ts";

const MOST = 110 * 1024 * 1024;
const posted = (body: Buffer) =>
  acceptRequest(new Request("http://127.0.0.1/", { method: "POST", body: new Uint8Array(body) }), MOST);

test("an impossible date, an unknown charset and a lone surrogate are a mail like any other", async () => {
  const { workspace, token } = await mailbox();
  const received = await receive({
    from: someone(),
    token,
    date: "Mon, 99 Foo",
    subject: "Fr\ud800ga\u0000",
    text: "=?x-nobody-knows?Q?hej?= \ud83d",
    headers: { "Content-Type": "text/plain; charset=x-nobody-knows" },
  });
  expect(received.state).toBe("done");
  const [ticket] = await ticketsOf(workspace);
  expect(ticket?.subject).toMatch(/^Fr.?ga$/u);
  expect(ticket?.messages[0]?.saidAt).toBeNull();
});

test("35 MB of attachments come through whole", { timeout: 90_000 }, async () => {
  const { workspace, token } = await mailbox();
  const bytes = randomBytes(35_000_000);
  const payload = {
    ...postmarkMail({ from: someone(), token, attachments: [{ name: "film.mov", bytes }] }),
    RawEmail: "x".repeat(1_000_000),
  };
  await posted(asBody(payload));
  const received = await takeIn(payload.MessageID);
  expect(received).toMatchObject({ state: "done", workspaceId: workspace.id });
  expect(received.parts).toBeGreaterThan(40);
  expect(received.body).toHaveLength(64 * 1024);
  const file = await db.file.findFirstOrThrow({ where: { workspaceId: workspace.id } });
  expect(file).toMatchObject({ size: 35_000_000, missing: null });
  expect((await readFile(file.key)).equals(bytes)).toBe(true);
});

test("JSON a hundred thousand levels deep is set aside or read, and the next mail comes through", async () => {
  const { workspace, token } = await mailbox();
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const payload = postmarkMail({ from: someone(), token });
  await acceptInbound(
    Buffer.from(JSON.stringify(payload).replace('"Attachments":[]', `"Attachments":[${deep}]`)),
  );
  const received = await takeIn(payload.MessageID);
  expect(["done", "dead"]).toContain(received.state);
  expect((await receive({ from: someone(), token })).state).toBe("done");
  expect((await ticketsOf(workspace)).length).toBeGreaterThanOrEqual(1);
});

test("a large mail that is cut off is shown to its workspace with all its bytes, and can be read again", async () => {
  const { workspace, store, token } = await mailbox();
  const id = newId();
  const whole = asBody({
    ...postmarkMail({ from: "ebba@example.com", token, subject: "Stor", postmarkId: id }),
    Attachments: [{ Name: "a", Content: "A".repeat(3_000_000) }],
  });
  const cut = whole.subarray(0, -20);
  await posted(cut);
  const received = await takeIn(id);
  expect(received).toMatchObject({ state: "dead", reason: "not-json", workspaceId: workspace.id });

  const [item] = await listUnreadable(workspace);
  expect(item).toMatchObject({ from: "ebba@example.com", subject: "Stor", size: cut.length });
  expect((await readRaw(workspace, received.id)).raw).toContain('"Subject":"Stor"');
  const { bytes, size } = await openRaw(workspace, received.id);
  expect(size).toBe(cut.length);
  expect(Buffer.from(await new Response(bytes).arrayBuffer()).equals(cut)).toBe(true);
  expect(store.workspaceId).toBe(workspace.id);

  await retryUnreadable(workspace, received.id, { by: { kind: "system" } });
  expect((await takeIn(id)).state).toBe("dead");
});

test("a small one is offered whole too, and another workspace finds neither", async () => {
  const { workspace, token } = await mailbox();
  const other = await mailbox();
  const id = newId();
  const body = Buffer.from(
    JSON.stringify(postmarkMail({ from: someone(), token, postmarkId: id })).slice(0, -1),
  );
  await acceptInbound(body);
  const received = await takeIn(id);
  const { bytes } = await openRaw(workspace, received.id);
  expect(Buffer.from(await new Response(bytes).arrayBuffer()).equals(body)).toBe(true);
  await expect(openRaw(other.workspace, received.id)).rejects.toThrow("Not found");
  expect(await listUnreadable(other.workspace)).toEqual([]);
});
