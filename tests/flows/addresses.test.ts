// A merchant brings the address their customers know, and then sends from their own domain.
import { expect, test } from "vitest";
import { expectFitApp } from "./fitness.ts";
import { openWorld, STAFF } from "./world.ts";

const world = await openWorld();
const ADDRESS = "order@fjallrum.example";
const CUSTOMER = "lisen.ek@example.net";

test("a merchant connects an address, sees its test mail arrive, and then sends from their own domain", async () => {
  const owner = await world.admin({ staff: STAFF.owner, path: "/app/settings" });
  const { app, page } = owner;
  const fjallrum = app.getByTestId("store-mail").filter({ hasText: "hej@fjallrum.example" });
  await fjallrum.getByText("Ansluten").waitFor();
  await expectFitApp(owner);

  // The address is typed, and the guide says where to forward to.
  await fjallrum.getByRole("button", { name: "Anslut en adress" }).click();
  await app.getByLabel("Er supportadress").fill(ADDRESS);
  await app.getByLabel("Avdelning").selectOption({ label: "Ordrar" });
  await app.getByRole("button", { name: "Fortsätt" }).click();
  const forwardTo = await app.getByTestId("copyable").first().innerText();
  expect(forwardTo).toMatch(/^[0-9a-f]{32}\+[a-z0-9]{26}@inbound\.postmarkapp\.com$/);

  // In the mailbox: Gmail wants a code first, and the guide shows it by itself.
  const mailbox = await world.mailbox(ADDRESS);
  await mailbox.locator("#forwarding summary").click();
  await mailbox.getByLabel("Forward this mailbox to").fill(forwardTo);
  await mailbox.getByRole("button", { name: "Forward" }).click();
  const asked = app.getByTestId("forwarding-asked");
  await asked.getByText("forwarding-noreply@google.com").first().waitFor();
  const code = await asked.getByTestId("copyable").innerText();
  await expectFitApp(owner);
  await mailbox.getByLabel("Code that was sent").fill(code);
  await mailbox.getByRole("button", { name: "Confirm" }).click();

  // The test mail goes out, comes back, and is seen arriving.
  await app.getByRole("button", { name: "Skicka testmejl" }).click();
  await app.getByTestId("arrived").waitFor();
  await app.getByText("Ansluten", { exact: true }).waitFor();
  await expectFitApp(owner);

  // Two records in DNS, and the domain is theirs to send from.
  await app.getByRole("link", { name: "E-post" }).click();
  await app.getByLabel("Er domän").fill("fjallrum.example");
  await app.getByRole("button", { name: "Lägg till" }).click();
  await app.locator("[data-testid=domain-said][data-state=pending]").waitFor();
  await expectFitApp(owner);
  await world.control("/dns", { domain: "fjallrum.example" });
  await app.getByRole("button", { name: "Kontrollera nu" }).click();
  await app.locator("[data-testid=domain-said][data-state=verified]").waitFor();

  await app.getByRole("link", { name: "E-post" }).click();
  await app.getByRole("button", { name: "Ändra avsändare och signatur för Fjällrum" }).click();
  await app.getByLabel("Namn som kunderna ser").fill("Fjällrum kundservice");
  await app.getByLabel("Adress som kunderna ser").fill(ADDRESS);
  expect(await app.getByTestId("preview").innerText()).toContain(`Fjällrum kundservice <${ADDRESS}>`);
  await expectFitApp(owner);
  await page.getByRole("button", { name: "Spara" }).click();
  await page.getByText("Sparat").waitFor();

  // A customer writes there: a ticket of the department, confirmed from the merchant's own address.
  await world.control("/mail/write", {
    from: CUSTOMER,
    to: ADDRESS,
    subject: "Var är mitt paket?",
    text: "Hej!",
  });
  await expect.poll(() => world.mailTo(CUSTOMER).length, { timeout: 20_000 }).toBe(1);
  const [confirmation] = world.mailTo(CUSTOMER);
  expect(confirmation?.from).toEqual({ name: "Fjällrum kundservice", email: ADDRESS });
  expect(confirmation?.replyTo).toMatch(/@inbound\.postmarkapp\.com$/);
  expect(world.mailTo(ADDRESS).map(({ subject }) => subject)).toEqual([
    expect.stringContaining("[samla-test"),
  ]);
});
