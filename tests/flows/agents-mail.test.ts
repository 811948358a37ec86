// Agents and mail: an answer from their own mailbox, and a request to several customers.
import { expect, test } from "vitest";
import { expectFitApp } from "./fitness.ts";
import { openWorld, STAFF } from "./world.ts";

const world = await openWorld();
const EMAIL = "signe.falk@example.net";

test("an agent answers from their own mailbox, and starts a request to two customers", async () => {
  await world.sql(`UPDATE "Agent" SET "notifyByMail" = 'all' WHERE email = '${STAFF.english}'`);
  await world.control("/mail/write", {
    from: EMAIL,
    to: world.shop("fjallrum").email,
    subject: "Fel storlek",
    text: "Hej! Kan jag byta till en M?",
  });
  const about = () => world.mailTo(STAFF.english).find(({ textBody }) => textBody.includes("byta till en M"));
  await expect.poll(about).toBeTruthy();

  // The notification leads to the ticket, and is answered like any mail.
  const link = new URL(/https:\/\/admin\.shopify\.com\S+/.exec(about()?.textBody ?? "")?.[0] ?? "");
  const path = link.pathname.replace(/^.*?\/app\//, "/app/");
  const agent = await world.admin({ staff: STAFF.english, path });
  const { app } = agent;
  await app.getByTestId("thread").getByText("Kan jag byta till en M?").waitFor();
  const mailbox = await world.mailbox(STAFF.english);
  await mailbox.locator("section[data-live=inbox] ul.list a").filter({ hasText: "Signe Falk" }).click();
  const answer = async (text: string, forged = false) => {
    await mailbox.getByRole("textbox").fill(text);
    if (forged) await mailbox.getByRole("checkbox").check();
    await mailbox.getByRole("button", { name: "Send" }).click();
    await mailbox.locator(".letter.own").filter({ hasText: text }).waitFor();
  };
  await answer("Hej Signe, det går fint.");
  const reply = app.getByTestId("message").filter({ hasText: "det går fint" });
  await reply.getByText("Delivered").waitFor();
  expect(await reply.innerText()).not.toContain("Kan jag byta");
  const sent = () => world.mailTo(EMAIL).filter(({ textBody }) => textBody.includes("det går fint"));
  expect(sent()).toHaveLength(1);
  expect(sent()[0]?.textBody).not.toMatch(/##-##|admin\.shopify/);

  // Somebody else in the agent's name: kept, and sent only by a colleague who has looked.
  await answer("Skicka pengarna till konto 123.", true);
  const held = app.getByTestId("held-answer");
  await held.getByText("nothing proves that it was sent from this address").waitFor();
  await expectFitApp(agent);
  await held.getByRole("button", { name: "Dismiss" }).click();
  await held.getByRole("button", { name: "Bring back" }).waitFor();
  expect(world.mailTo(EMAIL).filter(({ textBody }) => textBody.includes("konto 123"))).toEqual([]);

  // A request to two customers: one pasted, one picked from Shopify.
  const request = await world.admin({ staff: STAFF.english, path: "/app/requests/new" });
  const form = request.app;
  await form.getByRole("textbox", { name: "Recipients" }).fill("Per Ek <per.ek@example.net>\nnot an address");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await form.getByText("“not an address”").waitFor();
  await form.getByRole("button", { name: "Leave them out" }).click();
  await form.getByLabel("Find Shopify customers").fill("Ebba");
  await form
    .getByTestId("customer-hits")
    .getByRole("button", { name: /^Add Ebba/ })
    .first()
    .click();
  await form.getByText("2 recipients", { exact: true }).waitFor();
  await form.getByLabel("Subject").fill("Din order är försenad");
  await form.getByLabel("Message", { exact: true }).fill("Hej {{first_name}}! Den kommer på fredag.");
  await form.getByTestId("preview-mail").getByText("Hej Per! Den kommer på fredag.").waitFor();
  await form.getByRole("button", { name: "Next recipient" }).click();
  await form.getByTestId("preview-mail").getByText("Hej Ebba! Den kommer på fredag.").waitFor();
  await expectFitApp(request);
  await form.getByRole("button", { name: "Send to 2 customers" }).click();
  await form.getByRole("dialog").getByRole("button", { name: "Send to 2 customers" }).click();
  await expect
    .poll(() => form.getByTestId("recipient").and(form.locator("[data-state=delivered]")).count())
    .toBe(2);
  await expectFitApp(request);
  const [letter] = world.mailTo("per.ek@example.net");
  expect(letter?.subject).toMatch(/^Din order är försenad \[/);
  expect(letter?.textBody).toContain("Hej Per!");

  // Per waits under Sent until he answers.
  await form
    .locator("body")
    .getByRole("link", { name: /^Open ticket/ })
    .first()
    .click();
  await form.getByTestId("waits").waitFor();
  await world.control("/mail/reply", { to: "per.ek@example.net", text: "Tack, då vet jag!" });
  await form.getByTestId("thread").getByText("Tack, då vet jag!").waitFor();
  await form.getByTestId("waits").waitFor({ state: "detached" });
});
