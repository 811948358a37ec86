// The storefront's contact form, with and without JavaScript, for strangers, customers, robots and worse.
import { expect, test } from "vitest";
import { askInShop, fillIn, numberIn, send, thanksOn } from "./contact-form.ts";
import { expectFitApp, expectFitShop } from "./fitness.ts";
import { openWorld, STAFF, type Admin } from "./world.ts";

const world = await openWorld();
const FORM = "**/apps/samla/contact";

const rows = ({ app }: Admin) => app.getByTestId("ticket-row");

test("errors stand beside their fields and keep what was typed, with JavaScript and without; a lost answer loses nothing", async () => {
  await expectFormWithoutScript();
  await expectFormWithScript();
});

/** The thank-you stands in the theme. */
async function expectFormWithoutScript(): Promise<void> {
  const page = await world.shopper({ scripts: false });
  await fillIn(page, {
    name: "Ylva Ek",
    email: "ylva.ek@example.net",
    order_number: "#2188",
    topic: "Retur eller byte",
    message: "   ",
  });
  await send(page);
  await page.getByText("Skriv ditt meddelande.").waitFor();
  const typed = (field: string) => page.locator(`form [name="${field}"]`).inputValue();
  expect([
    await typed("name"),
    await typed("email"),
    await typed("order_number"),
    await typed("topic"),
  ]).toEqual(["Ylva Ek", "ylva.ek@example.net", "#2188", "Retur eller byte"]);
  expect(await page.getByRole("link", { name: "Fjällrum" }).count()).toBeGreaterThan(0);

  await fillIn(page, { message: "Jackan är för stor, kan jag byta den?" });
  await send(page);
  await page.getByRole("heading", { name: "Tack för ditt meddelande" }).waitFor();
  const number = await numberIn(page.locator("main"));
  expect(await page.getByRole("link", { name: "Fjällrum" }).count()).toBeGreaterThan(0);

  const agent = await world.admin({ staff: STAFF.english });
  const row = agent.app.locator(`[data-number="${number}"]`);
  await row.click();
  await agent.app.getByTestId("thread").getByText("Jackan är för stor, kan jag byta den?").waitFor();
  const facts = await agent.app.getByRole("region", { name: "Ticket", exact: true }).innerText();
  expect(facts).toContain("Retur eller byte");
  expect(facts).toContain("#2188");
}

/** Sending shows, and sent again it is the same question. */
async function expectFormWithScript(): Promise<void> {
  const page = await world.shopper();
  const address = page.url();
  await send(page);
  await page.getByText("Skriv ditt meddelande.").waitFor();
  expect(await page.getByText("Skriv ditt namn.").isVisible()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("name");
  await fillIn(page, { name: "Ylva Ek", email: "ylva.ek", message: "Hej, när har ni öppet i butiken?" });
  await page.getByText("Kontrollera e-postadressen.").waitFor();
  await fillIn(page, { email: "ylva.oppet@example.net" });
  await page.getByText("Kontrollera e-postadressen.").waitFor({ state: "hidden" });

  let letThrough = (): void => undefined;
  const gate = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(FORM, async (route) => {
    await gate;
    await route.continue();
  });
  await send(page);
  const button = page.locator("[data-samla-submit]");
  await expect.poll(() => button.innerText()).toBe("Skickar …");
  expect(await button.isDisabled()).toBe(true);
  letThrough();
  const thanks = thanksOn(page);
  await thanks.waitFor();
  expect(await thanks.innerText()).toContain("ylva.oppet@example.net");
  expect(await thanks.innerText()).toMatch(/Ditt ärendenummer är FR-\d+\./);
  expect(page.url()).toBe(address);

  // Another time the question arrives, but its answer is lost: the text stays.
  const email = "lost@example.net";
  await page.unroute(FORM);
  await page.route(FORM, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.reload();
  await page.clock.fastForward(20_000);
  await fillIn(page, { name: "Ylva Ek", email, message: "Når det här fram två gånger?" });
  await send(page);
  await page.getByText("Vi vet inte om ditt meddelande kom fram.").waitFor();
  expect(await page.locator("[name=message]").inputValue()).toBe("Når det här fram två gånger?");

  // Sent again, it is the same question.
  await page.unroute(FORM);
  await send(page);
  const number = await numberIn(thanks);
  const agent = await world.admin({ staff: STAFF.english });
  await agent.app.locator(`[data-number="${number}"]`).click();
  await agent.app.getByTestId("thread").getByText("Når det här fram två gånger?").waitFor();
  expect(await agent.app.getByTestId("message").count()).toBe(1);
  expect(await rows(agent).filter({ hasText: "Når det här fram" }).count()).toBe(1);
  expect(world.mailTo(email)).toHaveLength(1);
}

test("a signed-in customer is known, hostile text is text, a robot's waits in the spam queue until somebody says it is none, and a merchant's own form is asked", async () => {
  await expectKnownCustomer();
  await expectHarmlessText();
  await expectRobotInSpam();
  await expectMerchantsForm();
});

/** A signed-in customer is recognised, and verified once Shopify has confirmed the address. */
async function expectKnownCustomer(): Promise<void> {
  const agent = await world.admin({ staff: STAFF.english });
  const page = await world.shopper({ customer: "callum.whitaker@example.com" });
  expect(await page.locator("[name=email]").inputValue()).toBe("callum.whitaker@example.com");
  await fillIn(page, { name: "Callum Whitaker" });
  const number = await askInShop(page, { message: "Hello, could you send me the invoice again, please?" });
  await agent.app.locator(`[data-number="${number}"]`).click();
  await agent.app.getByTestId("identity").getByText("Verified").waitFor();
  await agent.app.getByTestId("lifetime-value").waitFor();
}

/** In shop and admin, and in no mail. */
async function expectHarmlessText(): Promise<void> {
  const email = "mallory@example.net";
  const message = `{{ 7 | times: 6 }}{% raw %}<script>top.owned = self.owned = 1</script><img src=x onerror="owned=1">`;
  const name = `<b>Mallory</b> {{ shop.name }}`;
  const page = await world.shopper({ scripts: false });
  await fillIn(page, { name, email, order_number: "   ", message: "  " });
  await send(page);
  await page.getByText("Skriv ditt meddelande.").waitFor();
  expect(await page.locator("form [name=name]").inputValue()).toBe(name);
  await fillIn(page, { message });
  await send(page);
  await page.getByRole("heading", { name: "Tack för ditt meddelande" }).waitFor();
  const number = await numberIn(page.locator("main"));

  const agent = await world.admin({ staff: STAFF.english });
  const row = agent.app.locator(`[data-number="${number}"]`);
  expect(await row.innerText()).toContain("{{ 7 | times: 6 }}{% raw %}<script>");
  expect(await row.innerText()).toContain("<b>Mallory</b>");
  await row.click();
  await agent.app.getByTestId("thread").getByText(message, { exact: true }).waitFor();
  for (const frame of agent.page.frames()) expect(await frame.evaluate(() => "owned" in window)).toBe(false);
  await expect.poll(() => world.mailTo(email).length).toBe(1);
  const [confirmation] = world.mailTo(email);
  expect(`${confirmation?.subject} ${confirmation?.textBody} ${confirmation?.htmlBody}`).not.toMatch(
    /times|42|Mallory/,
  );
}

/** Thanked like anybody else, out of every list but the spam queue, and confirmed once it comes out of that. */
async function expectRobotInSpam(): Promise<void> {
  const agent = await world.admin({ staff: STAFF.english });
  const robot = await world.shopper();
  await robot
    .locator("[name=website]")
    .evaluate((trap: HTMLInputElement) => (trap.value = "https://cheap.example"));
  const robots = await askInShop(robot, {
    name: "Best Offers",
    email: "offers@example.net",
    message: "Buy now!",
  });
  const person = await world.shopper();
  const persons = await askInShop(person, {
    name: "Ada Ek",
    email: "ada@example.net",
    message: "Hej, en fråga.",
  });

  for (const view of ["Inbox", "Closed", "All"]) {
    await agent.app.getByRole("link", { name: view, exact: true }).click();
    await agent.app.locator(`nav [aria-current=page]`).getByText(view).waitFor();
    const there = agent.app.locator(`[data-number="${persons}"]`);
    await (view === "Closed" ? rows(agent).first() : there).waitFor();
    expect(await agent.app.locator(`[data-number="${robots}"]`).count()).toBe(0);
  }
  expect(world.mailTo("offers@example.net")).toEqual([]);

  await agent.app.getByRole("link", { name: "Spam", exact: true }).click();
  await agent.app.locator(`[data-number="${robots}"]`).click();
  await agent.app.getByTestId("spam-notice").waitFor();
  await agent.app.getByTestId("spam-notice").getByRole("button", { name: "Not spam" }).click();
  await agent.app.getByTestId("spam-notice").waitFor({ state: "detached" });
  await expect.poll(() => world.mailTo("offers@example.net").length).toBe(1);
  await agent.app.getByRole("link", { name: "Inbox", exact: true }).click();
  await agent.app.locator(`[data-number="${robots}"]`).waitFor();
}

/** Made in the app, shown by the block: a question comes with its topic, an order is chosen, a file goes ahead. */
async function expectMerchantsForm(): Promise<void> {
  const owner = await world.admin({ staff: STAFF.owner, path: "/app/settings/forms" });
  await owner.app.getByRole("button", { name: "Gör ett kontaktformulär" }).click();
  const preview = owner.app.frameLocator("[data-testid=form-preview]");
  await preview.getByLabel("Vad gäller det?").selectOption("return");
  await preview.getByLabel("Ordernummer").waitFor();
  await expectFitApp(owner);
  await owner.page.getByRole("button", { name: "Spara" }).click();
  await owner.page.getByText("Sparat").waitFor();

  const page = await world.shopper({ customer: "callum.whitaker@example.com", language: "sv" });
  const made = page.locator("[name=form_id]");
  await expect.poll(() => page.reload().then(() => made.count()), { timeout: 15_000 }).toBe(1);
  await page.clock.fastForward(20_000);
  const order = page.locator("select[name=order_number]");
  expect(await order.isVisible()).toBe(false);
  await fillIn(page, { topic: "Retur eller byte", message: "Den passar inte." });
  await order.selectOption({ index: 1 });
  const file = { name: "kvitto.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 hej") };
  await page.locator("input[name=files]").setInputFiles(file);
  await page.getByRole("button", { name: "Ta bort kvitto.pdf" }).waitFor();
  await expectFitShop(page);
  await send(page);
  const number = await numberIn(thanksOn(page));
  const agent = await world.admin({ staff: STAFF.english });
  await agent.app.locator(`[data-number="${number}"]`).click();
  await agent.app.getByTestId("answers").last().getByText("Retur eller byte").waitFor();
  await agent.app.getByTestId("thread").getByText("kvitto.pdf").waitFor();
}

test.each([
  [
    "fjallrum",
    "fi",
    "Ota yhteyttä",
    "Kirjoita viestisi.",
    "Kiitos viestistäsi",
    "Olemme vastaanottaneet viestisi",
  ],
  [
    "kystull",
    "nb",
    "Kontakt oss",
    "Skriv meldingen din.",
    "Takk for meldingen",
    "Vi har mottatt meldingen din",
  ],
])(
  "in %s the form speaks %s, and so does the confirmation",
  async (shop, language, title, missing, thanked, confirmed) => {
    const email = `someone.${language}@example.net`;
    const page = await world.shopper({ shop, language });
    await page.getByRole("heading", { name: title }).last().waitFor();
    await send(page);
    await page.getByText(missing).waitFor();
    const number = await askInShop(page, { name: "Aino Lie", email, message: "Moi! Hei!" });
    expect(await thanksOn(page).innerText()).toContain(thanked);
    await expect.poll(() => world.mailTo(email)[0]?.subject).toBe(`${confirmed} [${number}]`);
  },
);
