// Who the customer is, beside the conversation and never in its way.
import { expect, test } from "vitest";
import { frameOf, openWorld, STAFF, type Admin } from "./world.ts";

const world = await openWorld();
const SHOP = "fjallrum.myshopify.com";

const row = ({ app }: Admin, name: string) => app.getByTestId("ticket-row").filter({ hasText: name }).first();
const card = ({ app }: Admin) => app.getByTestId("customer-card");

/** Milliseconds by the browser's clock from the next click to when a message with `text` is there to be read. */
const timeFromClickTo = (agent: Admin, text: string): Promise<number> =>
  frameOf(agent).evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const isThere = () => document.querySelector("[data-testid=thread]")?.textContent?.includes(wanted);
        const from = () => {
          const clicked = performance.now();
          const look = () => (isThere() ? resolve(performance.now() - clicked) : requestAnimationFrame(look));
          look();
        };
        document.addEventListener("click", from, { once: true, capture: true });
      }),
    text,
  );

test("it tells what a customer bought and lets it be put right; with Shopify slow, down or unwilling the conversation goes on, and asking again mends it", async () => {
  await expectPurchases();
  await expectOrderActions();
  await expectWorkWithoutShopify();
});

/** Each order is a link into Shopify, and a stranger is one. */
async function expectPurchases(): Promise<void> {
  const agent = await world.admin({ staff: STAFF.english });
  await world.control("/mail/write", {
    from: "nils.okand@example.net",
    to: world.shop("fjallrum").email,
    subject: "Smörjning av kängor",
    text: "Hej, vilket fett rekommenderar ni?",
  });
  await row(agent, "Smörjning av kängor").click();
  await card(agent).getByText("Fjällrum has no customer with this address.").waitFor();

  // Jonas is known: lifetime value, number of orders and the latest five.
  await row(agent, "Jonas Berg").click();
  await agent.app.getByTestId("lifetime-value").waitFor();
  const shop = world.shop("fjallrum");
  const jonas = shop.customers.find(({ email }) => email === "jonas.berg@example.org");
  const orders = shop.orders
    .filter(({ customerId }) => customerId === jonas?.id)
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  expect(await agent.app.getByTestId("order-count").innerText()).toBe(String(orders.length));
  expect(await agent.app.getByTestId("lifetime-value").innerText()).toMatch(/[\d,]+\.\d\d/);
  const listed = agent.app.getByTestId("order");
  // The one the ticket is about comes first, opened: where its parcel is stands there.
  const about = orders.find(({ name }) => name === "#2221");
  const others = orders.slice(0, 5).filter((order) => order !== about);
  const names = await listed.getByTestId("order-name").allInnerTexts();
  expect(names).toEqual([about, ...others].map((order) => order?.name));
  const number = about?.tracking?.number ?? "";
  await listed.first().getByTestId("parcel").getByRole("link", { name: number }).waitFor();

  await listed.first().getByRole("link", { name: "Open the order in Shopify" }).click();
  await agent.page.waitForURL(`${world.sandbox.url}/admin/store/fjallrum/orders/${about?.id}`);
}

/** An order is edited, then cancelled, from the ticket: by Shopify's numbers, seen in the shop and in the mailbox. */
async function expectOrderActions(): Promise<void> {
  const agent = await world.admin({ staff: STAFF.english });
  const { app } = agent;
  const shop = world.shop("fjallrum");
  const alva = shop.customers.find(
    ({ firstName, lastName }) => `${firstName} ${lastName}` === "Alva Nyström",
  );
  const bought = shop.orders.find(
    (order) => order.customerId === alva?.id && order.fulfillmentStatus === "UNFULFILLED",
  );
  if (!alva?.email || !bought) throw new Error("Alva has nothing to cancel.");
  await row(agent, "Alva Nyström").click();
  const menu = app.getByRole("button", { name: `Actions for order ${bought.name}` });
  const sheet = app.getByTestId("order-sheet");
  const start = async (action: string) => {
    await menu.click();
    await app.getByRole("menuitem", { name: action }).click();
  };

  await start("Edit items");
  await sheet.getByLabel("Add an item").fill("mössa");
  await sheet.getByTestId("variant").first().getByRole("button", { name: "Add" }).click();
  await sheet.getByTestId("order-preview").getByText("Left to pay").waitFor();
  await sheet.getByRole("button", { name: "Save the changes" }).click();
  await sheet.getByTestId("order-result").getByText("Done.").waitFor();
  await sheet.getByRole("button", { name: "Close" }).click();
  expect(bought.edited).toBe(true);

  await start("Cancel order");
  await sheet.getByRole("button", { name: /^Cancel order and refund/ }).click();
  await sheet.getByTestId("order-result").getByText("Done.").waitFor();
  await sheet.getByRole("button", { name: "Close" }).click();
  const thread = app.getByTestId("thread-event");
  await thread.filter({ hasText: `cancel order ${bought.name} – done` }).waitFor();
  await app.getByTestId("order").filter({ hasText: bought.name }).getByText("Cancelled").waitFor();

  await start("Change address");
  await sheet.getByText("The order is cancelled.").waitFor();

  const subjects = world.mailTo(alva.email).map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject.includes(bought.name)).length).toBeGreaterThanOrEqual(2);
  const shopper = await world.shopper({ customer: alva.email });
  await shopper.goto(new URL("account", shopper.url().replace(/pages\/.*$/, "")).href);
  await shopper.getByText("Avbeställd").first().waitFor();
}

/** One clear line says why there is nothing. */
async function expectWorkWithoutShopify(): Promise<void> {
  await expectWorkWhileSlow();
  await expectWordsForEach();
}

/** With Shopify at ten seconds the thread and what is kept are readable within one, and a reply goes out meanwhile. */
async function expectWorkWhileSlow(): Promise<void> {
  const agent = await world.admin({ staff: STAFF.english });
  await world.control("/fail", { service: "shopify", match: "customer", times: 50, delayMs: 10_000 });
  const shownAfter = timeFromClickTo(
    agent,
    "Hinner ni stoppa hela beställningen innan den packas? Regnbyxorna",
  );
  await row(agent, "Alva Nyström").click();
  expect(await shownAfter).toBeLessThan(1_000);
  await agent.app.getByTestId("lifetime-value").waitFor();
  await agent.app.getByTestId("as-of").getByRole("button", { name: "Ask again" }).click();

  await agent.app.getByRole("textbox", { name: "Your reply" }).fill("Hej Alva, den är stoppad.");
  await agent.app.getByRole("button", { name: "Send" }).click();
  const reply = agent.app.getByTestId("message").filter({ hasText: "den är stoppad" });
  await reply.getByRole("button", { name: "Undo" }).waitFor();
  expect(await card(agent).getAttribute("data-state")).toBe("found");
  await card(agent).getByTestId("as-of").getByText("Shopify is slow to answer.").waitFor();
  await card(agent).getByTestId("order-details").getByText("Shopify is slow to answer.").waitFor();
  await card(agent)
    .getByText(/^As of /)
    .waitFor();
  await reply.getByText("Delivered").waitFor();
  world.sandbox.state.failures.length = 0;
}

/** When Shopify fails, slows down or forbids; and what it holds back is said beside the rest. */
async function expectWordsForEach(): Promise<void> {
  const agent = await world.admin({ staff: STAFF.english });
  const { scopes } = world.shop("fjallrum");

  await world.control("/fail", { service: "shopify", match: "customer", times: 50, drop: true });
  await row(agent, "Samir Rahimi").click();
  await expectLineThenCard(agent, "Shopify cannot be reached right now.");

  await world.control("/fail", { service: "shopify", match: "customer", times: 50, status: 429 });
  await row(agent, "Göran Wikström").click();
  await expectLineThenCard(agent, "Shopify asked us to slow down.");

  await world.control("/shop", { shop: SHOP, scopes: "read_products" });
  await row(agent, "Elin Mårtensson").click();
  await expectLineThenCard(agent, "Shopify does not let Samla read customer details in this store.", () =>
    world.control("/shop", { shop: SHOP, scopes }),
  );

  await world.control("/shop", { shop: SHOP, protectedData: false });
  await row(agent, "Jonas Berg").click();
  await agent.app.locator("#ticket-details").getByRole("link", { name: "Jonas Berg" }).waitFor();
  await agent.app.getByTestId("as-of").getByRole("button", { name: "Ask again" }).click();
  await card(agent).getByText("Shopify holds back some of this customer's details from Samla.").waitFor();
  expect(await agent.app.getByTestId("order").count()).toBe(5);
  await world.control("/shop", { shop: SHOP, protectedData: true });
}

/** The thread is there all the same, and when Shopify is well again, asking again shows the customer. */
async function expectLineThenCard(agent: Admin, line: string, heal?: () => Promise<unknown>): Promise<void> {
  await card(agent).getByTestId("as-of").getByText(line).waitFor();
  expect(await agent.app.getByTestId("message").first().isVisible()).toBe(true);
  world.sandbox.state.failures.length = 0;
  await heal?.();
  await agent.app.getByTestId("as-of").getByRole("button", { name: "Ask again" }).click();
  await agent.app.getByTestId("lifetime-value").waitFor();
}
