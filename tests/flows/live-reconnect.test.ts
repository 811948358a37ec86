// An open page whose stream is cut misses nothing and shows nothing twice.
import { expect, test } from "vitest";
import { expectFitApp } from "./fitness.ts";
import { openWorld, pathOf, STAFF, type Admin, type World } from "./world.ts";

const world = await openWorld();
const CUSTOMER = "vera.lund@example.net";

const messages = ({ app }: Admin) => app.getByTestId("message");
const answer = (text: string) => world.control("/mail/reply", { to: CUSTOMER, text });

/** The customer's ticket, open before two agents. */
async function openTwice(): Promise<[Admin, Admin]> {
  const subject = `Fråga från ${CUSTOMER}`;
  const { email: to } = world.shop("fjallrum");
  await world.control("/mail/write", { from: CUSTOMER, to, subject, text: "Var är mitt paket?" });
  const agent = await world.admin({ staff: STAFF.english });
  await agent.app.getByTestId("ticket-row").filter({ hasText: subject }).click();
  await messages(agent).getByText("Var är mitt paket?").waitFor();
  const colleague = await world.admin({ staff: STAFF.manager, path: pathOf(agent) });
  // The customer answers the acknowledgement.
  await expect.poll(() => world.mailTo(CUSTOMER).length).toBe(1);
  return [agent, colleague];
}

/** Expects the customer's answers, and each of them once. */
async function expectOnce(who: Admin, texts: string[]): Promise<void> {
  await expect.poll(() => messages(who).count()).toBe(1 + texts.length);
  const shown = await messages(who).allInnerTexts();
  for (const text of texts) expect(shown.filter((one) => one.includes(text))).toHaveLength(1);
}

test("without a network, without its server's connection or with a busy server, a page shows all in the end, once each", async () => {
  const [agent, colleague] = await openTwice();
  await agent.page.context().setOffline(true);
  await agent.app.getByText("Offline, reconnecting…").waitFor();
  await expectFitApp(agent);

  const texts = ["Det första.", "Det andra.", "Det tredje."];
  await Promise.all(texts.map(answer));
  await expectOnce(colleague, texts);
  expect(await messages(agent).count()).toBe(1);

  await agent.page.context().setOffline(false);
  await expectOnce(agent, texts);
  await expect.poll(() => agent.app.getByTestId("offline").innerText()).toBe("");

  // The server loses its own connection: all pages do.
  const cameBack = agent.page.waitForResponse((response) => response.url().endsWith("/app/live"));
  await cutListening(world);
  texts.push("Det fjärde.", "Det femte.");
  await Promise.all(texts.slice(3).map(answer));
  await cameBack;
  await Promise.all([expectOnce(agent, texts), expectOnce(colleague, texts)]);

  // News that could not be fetched when it was announced is fetched later.
  const news = /[?&]_data=/;
  await agent.page.route(news, (route) => route.fulfill({ status: 503, body: "busy" }));
  const inVain = agent.page.waitForResponse((response) => response.status() === 503);
  await answer("Det sjätte.");
  await messages(colleague).getByText("Det sjätte.").waitFor();
  await inVain;
  await agent.page.unroute(news);
  await messages(agent).getByText("Det sjätte.").waitFor();
}, 180_000);

/** Ends the one connection through which the app hears of changes. */
const cutListening = ({ sql }: World): Promise<void> =>
  sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE 'LISTEN samla_live%'`);
