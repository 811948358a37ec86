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

/** A later page load than any answer this one has kept. */
const openInbox = () => world.admin({ staff: STAFF.english });

test("it tells lifetime value, number of orders and the latest five, each a link into Shopify", async () => {
  const agent = await openInbox();
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
  const names = await listed.getByRole("link").allInnerTexts();
  expect(names).toEqual(orders.slice(0, 5).map(({ name }) => name));

  await listed.first().getByRole("link").click();
  await agent.page.waitForURL(`${world.sandbox.url}/admin/store/fjallrum/orders/${orders[0]?.id}`);
});

test("with Shopify at ten seconds the thread is readable within one, and a reply goes out meanwhile", async () => {
  const agent = await openInbox();
  await world.control("/fail", { service: "shopify", match: "customer", times: 50, delayMs: 10_000 });
  const shownAfter = timeFromClickTo(
    agent,
    "Hinner ni stoppa hela beställningen innan den packas? Regnbyxorna",
  );
  await row(agent, "Alva Nyström").click();
  expect(await shownAfter).toBeLessThan(1_000);
  expect(await card(agent).getAttribute("data-state")).toBe("loading");

  await agent.app.getByRole("textbox", { name: "Your reply" }).fill("Hej Alva, den är stoppad.");
  await agent.app.getByRole("button", { name: "Send" }).click();
  await agent.app
    .getByTestId("message")
    .filter({ hasText: "den är stoppad" })
    .getByText("Delivered")
    .waitFor();
  expect(await card(agent).getAttribute("data-state")).toBe("loading");
  await card(agent).getByText("Shopify is slow to answer.").waitFor();
});

const troubles = {
  down: {
    begins: () => world.control("/fail", { service: "shopify", match: "customer", times: 50, drop: true }),
    line: "Shopify cannot be reached right now.",
  },
  throttled: {
    begins: () => world.control("/fail", { service: "shopify", match: "customer", times: 50, status: 429 }),
    line: "Shopify asked us to slow down.",
  },
  "no longer letting us read customers": {
    begins: () => world.control("/shop", { shop: SHOP, scopes: "read_products" }),
    line: "Shopify does not let Samla read customer details in this store.",
  },
};

test.each(Object.entries(troubles))(
  "with Shopify %s there is one clear line",
  async (_trouble, { begins, line }) => {
    const agent = await openInbox();
    const { scopes } = world.shop("fjallrum");
    await begins();
    await row(agent, "Jonas Berg").click();
    await card(agent).getByText(line).waitFor();
    expect(await agent.app.getByTestId("message").first().isVisible()).toBe(true);

    world.sandbox.state.failures.length = 0;
    await world.control("/shop", { shop: SHOP, scopes });
    await agent.app.getByRole("button", { name: "Ask again" }).click();
    await agent.app.getByTestId("lifetime-value").waitFor();
  },
);

test("what Shopify holds back is said, and the rest is shown", async () => {
  const agent = await openInbox();
  await world.control("/shop", { shop: SHOP, protectedData: false });
  await row(agent, "Jonas Berg").click();
  await card(agent).getByText("Shopify holds back some of this customer's details from Samla.").waitFor();
  expect(await agent.app.getByTestId("order").count()).toBe(5);
  await world.control("/shop", { shop: SHOP, protectedData: true });
});

test("a stranger is said to be one", async () => {
  const agent = await openInbox();
  await world.control("/mail/write", {
    from: "nils.okand@example.net",
    to: world.shop("fjallrum").email,
    subject: "Smörjning av kängor",
    text: "Hej, vilket fett rekommenderar ni?",
  });
  await row(agent, "Smörjning av kängor").click();
  await card(agent).getByText("Fjällrum has no customer with this address.").waitFor();
});
