// What a large mail costs on its way in, and what is left when it breaks off.
import { expect, test } from "vitest";
import { mailbox, someone } from "../../../tests/mailbox.ts";
import { postmarkMail } from "../../../tests/mail-factory.ts";
import { db } from "../../db.server.ts";
import { sweep } from "../../jobs/sweep.server.ts";
import { HOUR, later, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { acceptRequest } from "./accept.server.ts";
import { idFinder } from "./provider-id.ts";

const MB = 1024 * 1024;
const MOST = 110 * MB;

/** A mail of so many megabytes that is made while it is read; `breaksAt` megabytes the line goes dead. */
function largeMail(id: string, megabytes: number, { breaksAt = Infinity, idLast = false } = {}): Request {
  const [head = "", tail = ""] = JSON.stringify({
    ...(idLast ? {} : { MessageID: id }),
    RawEmail: "|",
    ...(idLast ? { MessageID: id } : {}),
  }).split("|");
  let sent = -1;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= breaksAt) return controller.error(new Error("connection reset"));
      if (sent < 0) controller.enqueue(new TextEncoder().encode(head));
      else if (sent < megabytes) controller.enqueue(new Uint8Array(MB).fill(97));
      else {
        controller.enqueue(new TextEncoder().encode(tail));
        controller.close();
      }
      sent += 1;
    },
  });
  return new Request("http://127.0.0.1/", { method: "POST", body, duplex: "half" } as RequestInit);
}

const storedAs = (providerId: string) =>
  db.received.findMany({
    where: { source: "postmark", providerId },
    select: { id: true, parts: true },
  });
/** Pieces that no mail knows. */
const strays = async (): Promise<number> => {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "ReceivedPart" p
    WHERE NOT EXISTS (SELECT 1 FROM "Received" r WHERE r.id = p."receivedId")`;
  return row?.count ?? 0;
};
const partsOf = (receivedId: string) => db.receivedPart.count({ where: { receivedId } });

test("a hundred megabytes pass through a few", { timeout: 90_000 }, async () => {
  const id = newId();
  await acceptRequest(largeMail(newId(), 5), MOST);
  let highest = 0;
  const before = process.memoryUsage().rss;
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 5);
  await acceptRequest(largeMail(id, 100), MOST);
  clearInterval(watch);
  const grown = (highest - before) / MB;
  console.info(`100 MB accepted, the process grew by ${grown.toFixed(0)} MB at most`);
  expect(grown).toBeLessThan(100);
  const [row] = await storedAs(id);
  expect(row?.parts).toBe(101);
  expect(await partsOf(row?.id ?? "")).toBe(101);
});

test("the same large mail five times at once is one, with one set of pieces and one job", async () => {
  const id = newId();
  await Promise.all(Array.from({ length: 5 }, () => acceptRequest(largeMail(id, 3), MOST)));
  const [row, ...others] = await storedAs(id);
  expect(others).toEqual([]);
  expect(await partsOf(row?.id ?? "")).toBe(row?.parts);
  expect(await strays()).toBe(0);
  const jobs = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM pgboss.job WHERE name = 'take-in-mail' AND data ->> 'receivedId' = ${row?.id}`;
  expect(jobs).toHaveLength(1);
});

test("an id that comes last, after everything else, is found", async () => {
  const id = newId();
  await acceptRequest(largeMail(id, 2, { idLast: true }), MOST);
  expect(await storedAs(id)).toHaveLength(1);
});

test("an id is found across two pieces wherever they part, and inside a text never", () => {
  const body = Buffer.from(
    JSON.stringify({ TextBody: 'say "MessageID": "no"', Subject: "MessageID", MessageID: "yes-1" }),
  );
  for (let at = 1; at < body.length; at++) {
    const finder = idFinder();
    finder.look(body.subarray(0, at));
    finder.look(body.subarray(at));
    expect(finder.found()).toBe("yes-1");
  }
});

test("a line that goes dead leaves nothing; a process that dies leaves what the sweep takes", async () => {
  await expect(acceptRequest(largeMail(newId(), 9, { breaksAt: 4 }), MOST)).rejects.toThrow();
  expect(await strays()).toBe(0);

  const [old, young] = [newId(), newId()];
  const piece = (receivedId: string, createdAt: Date) =>
    db.receivedPart.create({ data: { receivedId, part: 0, bytes: new Uint8Array(8), createdAt } });
  await piece(old, later(now(), -2 * HOUR));
  await piece(young, now());
  const id = newId();
  await acceptRequest(largeMail(id, 2), MOST);
  const [kept] = await storedAs(id);
  await db.receivedPart.updateMany({
    where: { receivedId: kept?.id ?? "" },
    data: { createdAt: later(now(), -2 * HOUR) },
  });
  await sweep();
  expect(await Promise.all([old, young, kept?.id ?? ""].map(partsOf))).toEqual([0, 1, 3]);
});

test("pieces go with their mail, and when it is emptied", async () => {
  for (const end of [
    (id: string) => db.received.delete({ where: { id } }),
    (id: string) => db.received.update({ where: { id }, data: { body: new Uint8Array(), parts: 0 } }),
  ]) {
    const id = newId();
    await acceptRequest(largeMail(id, 2), MOST);
    const [row] = await storedAs(id);
    expect(await partsOf(row?.id ?? "")).toBe(3);
    await end(row?.id ?? "");
    expect(await partsOf(row?.id ?? "")).toBe(0);
  }
});

test("one byte too many is refused before it is stored", async () => {
  const before = await strays();
  await expect(acceptRequest(largeMail(newId(), 4), 3 * MB)).rejects.toMatchObject({ code: "too-large" });
  expect(await strays()).toBe(before);
});

test("a mail just over a piece is the same mail", async () => {
  const { token } = await mailbox();
  const payload = { ...postmarkMail({ from: someone(), token }), Tag: "x".repeat(MB) };
  const body = new Uint8Array(Buffer.from(JSON.stringify(payload)));
  await acceptRequest(new Request("http://127.0.0.1/", { method: "POST", body }), MOST);
  expect(await storedAs(payload.MessageID)).toMatchObject([{ parts: 2 }]);
});
