// The product's main job, from the shopper's question to the end of the conversation.
import { expect, test } from "vitest";
import { askInShop } from "./contact-form.ts";
import { openWorld, STAFF } from "./world.ts";

const world = await openWorld();
const EMAIL = "signe.falk@example.net";

test("a shopper asks, an agent answers, and it stays one ticket, also after it was closed", async () => {
  const { page: admin, app } = await world.admin({ staff: STAFF.english });
  const inbox = app.getByTestId("ticket-list");
  await inbox.getByTestId("ticket-row").first().waitFor();

  // The form gives a number, and the ticket appears by itself.
  const shop = await world.shopper();
  const number = await askInShop(shop, {
    name: "Signe Falk",
    email: EMAIL,
    message: "Hej! Finns vindjackan i svart?\nJag undrar också om frakten.",
  });
  const row = inbox.locator(`[data-number="${number}"]`);
  await row.waitFor();
  expect(await row.innerText()).toMatch(/^Signe Falk/);
  expect(await row.getAttribute("data-unread")).toBe("true");

  // The confirmation is in the shopper's mailbox.
  const mailbox = await world.mailbox(EMAIL);
  const conversation = mailbox.locator("section[data-live=inbox] ul.list a");
  await conversation.waitFor();
  await conversation.click();
  await expect
    .poll(() => mailbox.frameLocator("iframe.mail").locator("body").innerText())
    .toContain(`Ditt ärende har nummer ${number}`);

  // The agent reads and answers.
  await row.click();
  await app.getByTestId("thread").getByText("Jag undrar också om frakten.").waitFor();
  await app.getByTestId("customer-card").getByText("Fjällrum has no customer with this address.").waitFor();
  await expect.poll(() => row.getAttribute("data-unread")).toBe("false");
  await app.getByRole("textbox", { name: "Your reply" }).fill("Hej Signe!\n\nJa, i S till XL.");
  await app.getByRole("button", { name: "Send" }).click();
  const reply = app.getByTestId("message").filter({ hasText: "Ja, i S till XL." });
  await reply.getByText("Delivered").waitFor();
  await app.getByTestId("waits").getByText("Waiting for the customer").waitFor();
  expect((await app.getByRole("textbox", { name: "Your reply" }).innerText()).trim()).toBe("");

  // The mail carries all that brings an answer back here.
  const [confirmation, mail] = world.mailTo(EMAIL);
  const header = (name: string) => mail?.headers.find((one) => one.name === name)?.value;
  expect(mail?.subject).toContain(`[${number}]`);
  expect(mail?.textBody).toContain("Ja, i S till XL.");
  expect(mail?.replyTo).toMatch(/^[0-9a-f]{32}\+[a-z0-9]{16,27}@inbound\.postmarkapp\.com$/);
  expect(mail?.from).toEqual({ email: "mail@samla.example", name: expect.stringContaining("Fjällrum") });
  expect(header("Message-ID")).toBe(mail?.messageId);
  expect(header("References")?.split(" ")).toEqual([confirmation?.messageId, mail?.messageId]);

  // The shopper answers from the mailbox, and the open ticket shows it.
  const answer = async (text: string) => {
    await mailbox.reload();
    await mailbox.getByRole("textbox").fill(text);
    await mailbox.getByRole("button", { name: "Send" }).click();
    await mailbox.locator(".letter.own").filter({ hasText: text }).waitFor();
  };
  await mailbox.frameLocator("iframe.mail").last().getByText("Ja, i S till XL.").waitFor();
  await answer("Perfekt, då tar jag en M!");
  await app.getByTestId("thread").getByText("Perfekt, då tar jag en M!").waitFor();
  expect(await app.getByTestId("message").count()).toBe(3);

  // Closed means gone from the inbox, until the shopper writes again.
  await app.getByRole("button", { name: "Close", exact: true }).click();
  await admin.getByText(`${number} closed`).waitFor();
  await row.waitFor({ state: "detached" });
  await answer("Och en sak till: kan jag byta om den är för liten?");
  await row.click();
  await app.getByTestId("thread").getByText("Reopened by the customer's message").waitFor();
  await app.getByTestId("thread").getByText("kan jag byta om den är för liten?").waitFor();
  expect(await app.getByTestId("message").count()).toBe(4);
});
