// To whom an answer goes, as real mail decides it (app/tickets/answer.test.ts has the rule alone).
import { expect, test } from "vitest";
import { makeAgent } from "../../tests/factories.ts";
import { mailbox, receive, someone, ticketsOf } from "../../tests/mailbox.ts";
import { honestly } from "../../tests/notified.ts";
import { db } from "../db.server.ts";
import { answerableOf } from "./answer.server.ts";

async function answerTo(workspace: { id: string }) {
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  const agent = await makeAgent(workspace);
  return (await db.$transaction((tx) => answerableOf(tx, ticket, agent))).recipients;
}

const addresses = (people: { address: string }[]) => people.map(({ address }) => address);

test("whoever an authenticated mail copied is answered too", async () => {
  const { workspace, token } = await mailbox();
  const [ebba, partner] = [someone(), someone()];
  await receive({ from: ebba, token, also: [partner], headers: Object.fromEntries(honestly(ebba)) });
  const { to, cc } = await answerTo(workspace);
  expect(addresses(to)).toEqual([ebba]);
  expect(addresses(cc)).toEqual([partner]);
});

test("who writes in a customer's name copies nobody into the answer", async () => {
  const { workspace, token } = await mailbox();
  const [ebba, attacker] = [someone(), someone()];
  await receive({
    from: ebba,
    token,
    messageId: "first@mail.example",
    headers: Object.fromEntries(honestly(ebba)),
  });
  await receive({
    from: ebba,
    token,
    inReplyTo: "first@mail.example",
    text: "Svara alla, tack",
    also: [attacker],
    headers: { "Received-SPF": "Fail (not allowed) envelope-from=x@evil.example;" },
  });
  const { to, cc, bcc } = await answerTo(workspace);
  expect(addresses([...to, ...cc, ...bcc])).toEqual([ebba]);
});
