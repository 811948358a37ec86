// An open page whose stream is cut misses nothing and shows nothing twice.
import { expect, test } from "vitest";
import { expectFitApp } from "./fitness.ts";
import { openWorld, pathOf, STAFF, type Admin, type World } from "./world.ts";

const world = await openWorld();

/** A customer with a ticket that the agent has open. */
async function openTicket(
  email: string,
): Promise<{ agent: Admin; answer: (text: string) => Promise<unknown> }> {
  const subject = `Fråga från ${email}`;
  const { email: to } = world.shop("fjallrum");
  await world.control("/mail/write", { from: email, to, subject, text: "Var är mitt paket?" });
  const agent = await world.admin({ staff: STAFF.english });
  await agent.app.getByTestId("ticket-row").filter({ hasText: subject }).click();
  await messages(agent).getByText("Var är mitt paket?").waitFor();
  await expect.poll(() => world.mailTo(email).length).toBe(1);
  return { agent, answer: (text) => world.control("/mail/reply", { to: email, text }) };
}

const messages = ({ app }: Admin) => app.getByTestId("message");
const TEXTS = ["Det första.", "Det andra.", "Det tredje."];

async function expectThreeOnce(agent: Admin): Promise<void> {
  await expect.poll(() => messages(agent).count()).toBe(4);
  const shown = await messages(agent).allInnerTexts();
  for (const text of TEXTS) expect(shown.filter((one) => one.includes(text))).toHaveLength(1);
}

test("without a network, without its server's connection or with a busy server, a page shows all in the end, once each", async () => {
  const { agent, answer } = await openTicket("vera.lund@example.net");
  await agent.page.context().setOffline(true);
  await agent.app.getByText("Offline, reconnecting…").waitFor();
  await expectFitApp(agent);

  const colleague = await world.admin({ staff: STAFF.manager, path: pathOf(agent) });
  for (const text of TEXTS) await answer(text);
  await expectThreeOnce(colleague);
  expect(await messages(agent).count()).toBe(1);

  await agent.page.context().setOffline(false);
  await expectThreeOnce(agent);
  await expect.poll(() => agent.app.getByTestId("offline").innerText()).toBe("");
  await expectTheRestToo();
});

/** The server loses its own connection, then has no time. */
async function expectTheRestToo(): Promise<void> {
  const { agent, answer } = await openTicket("vera.lundgren@example.net");
  const cameBack = agent.page.waitForResponse((response) => response.url().endsWith("/app/live"));
  await cutListening(world);
  for (const text of TEXTS) await answer(text);
  await cameBack;
  await expectThreeOnce(agent);

  // News that could not be fetched when it was announced is fetched later.
  const news = /[?&]_data=/;
  const colleague = await world.admin({ staff: STAFF.manager, path: pathOf(agent) });
  await agent.page.route(news, (route) => route.fulfill({ status: 503, body: "busy" }));
  const inVain = agent.page.waitForResponse((response) => response.status() === 503);
  await answer("Det fjärde.");
  await messages(colleague).getByText("Det fjärde.").waitFor();
  await inVain;
  await agent.page.unroute(news);
  await messages(agent).getByText("Det fjärde.").waitFor();
}

/** Ends the one connection through which the app hears of changes. */
const cutListening = ({ sql }: World): Promise<void> =>
  sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE 'LISTEN samla_live%'`);
