import { expect, test } from "vitest";
import { asBody, postmarkMail } from "../../../tests/mail-factory.ts";
import { db } from "../../db.server.ts";
import { newId } from "../../lib/id.ts";
import { acceptInbound } from "./accept.server.ts";

const storedAs = (providerId: string) => db.received.findMany({ where: { source: "postmark", providerId } });

const jobsFor = (receivedId: string) =>
  db.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM pgboss.job WHERE name = 'take-in-mail' AND data ->> 'receivedId' = ${receivedId}`;

test("an accepted mail is there byte for byte, with one job to read it", async () => {
  const payload = postmarkMail({ from: "ebba@example.com", text: "Åh, en blöt jacka 🧥" });
  await acceptInbound(asBody(payload));
  const [received, ...others] = await storedAs(payload.MessageID);
  expect(others).toEqual([]);
  expect(Buffer.from(received?.body ?? []).equals(asBody(payload))).toBe(true);
  expect(await jobsFor(received?.id ?? "")).toEqual([{ state: "created" }]);
});

test("the same mail twenty times at once is one mail and one job", async () => {
  const payload = postmarkMail({ from: "ebba@example.com" });
  const before = await countJobs();
  await Promise.all(Array.from({ length: 20 }, () => acceptInbound(asBody(payload))));
  expect(await storedAs(payload.MessageID)).toHaveLength(1);
  expect(await countJobs()).toBe(before + 1);
});

test("what cannot be read is kept too, once", async () => {
  const broken = Buffer.from(`{"MessageID": "${newId()}`);
  await acceptInbound(broken);
  await acceptInbound(broken);
  const kept = await db.received.findMany({
    where: { providerId: { startsWith: "unreadable:" }, body: broken },
  });
  expect(kept).toHaveLength(1);
});

async function countJobs(): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'take-in-mail'`;
  return row?.count ?? 0;
}
