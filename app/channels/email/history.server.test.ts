import { expect, test } from "vitest";
import { makeConversation, makeCustomer, makeMessage, makeTicket } from "../../../tests/factories.ts";
import { db } from "../../db.server.ts";
import { later, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { mergeTickets } from "../../tickets/merge.server.ts";
import { historyFor } from "./history.server.ts";

test("a reply quotes its own customer only, also after another customer's ticket was merged into theirs", async () => {
  const { workspace, store, agent, ticket, customer, message } = await makeConversation();
  const stranger = await makeCustomer(workspace);
  const theirs = await makeTicket(store, { customerId: stranger.id });
  await makeMessage(theirs, { text: "Min adress är Storgatan 1" });
  const by = { kind: "agent", id: agent.id } as const;
  await mergeTickets(workspace, { from: theirs.id, into: ticket.id }, { by });
  const quoted = await historyFor(
    db,
    { ...ticket, customer, brand: { senderName: "Björk" } },
    {
      id: newId(),
      createdAt: later(now(), 60_000),
      recipients: { to: [{ name: "", address: customer.email ?? "" }], cc: [], bcc: [] },
    },
  );
  expect(quoted.map(({ text }) => text)).toEqual([message.text]);
});
