// Whatever happens to Send: nothing typed is lost, and nothing goes out twice.
import { expect, test } from "vitest";
import { expectFitApp } from "./fitness.ts";
import { openWorld, pathOf, STAFF, type Admin } from "./world.ts";

const world = await openWorld();
const REPLIES = "**/app/tickets/*/messages";

const field = ({ app }: Admin) => app.getByRole("textbox", { name: "Your reply" });
const typed = async (agent: Admin) => (await field(agent).innerText()).trim();
const sendButton = ({ app }: Admin) => app.getByRole("button", { name: "Send" });
/** The rich text editor, once it has taken the place of the plain field. */
const editorOf = ({ app }: Admin) => app.locator(".ProseMirror");
const refused = ({ app }: Admin) => app.getByTestId("send-refused");
const messages = ({ app }: Admin, text: string) => app.getByTestId("message").filter({ hasText: text });

/** Somebody writes a mail; the agent opens its ticket. */
async function openMail(email: string): Promise<Admin> {
  const subject = `Fråga från ${email}`;
  const { email: to } = world.shop("fjallrum");
  await world.control("/mail/write", { from: email, to, subject, text: "Hej, hur tvättar jag jackan?" });
  const agent = await world.admin({ staff: STAFF.english });
  await agent.app.getByTestId("ticket-row").filter({ hasText: subject }).click();
  await messages(agent, "hur tvättar jag jackan?").waitFor();
  await editorOf(agent).waitFor();
  await expect.poll(() => world.mailTo(email).length).toBe(1);
  return agent;
}

/** From now on nothing new reaches the page, until the returned function is called. */
async function holdNews({ page }: Admin): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/[?&]_data=/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const repliesTo = (email: string, text: string) =>
  world.mailTo(email).filter(({ textBody }) => textBody.includes(text));

test("when the customer has written meanwhile, Send is refused aloud, and sends after reading", async () => {
  const email = "wilma@example.net";
  const agent = await openMail(email);
  const release = await holdNews(agent);
  await field(agent).fill("Ullprogram, 30 grader.");
  await world.control("/mail/reply", { to: email, text: "Glöm det, jag hittade tvättrådet." });
  const colleague = await world.admin({ staff: STAFF.manager, path: pathOf(agent) });
  await messages(colleague, "jag hittade tvättrådet").waitFor();

  await sendButton(agent).click();
  await refused(agent).waitFor();
  expect(await refused(agent).getAttribute("role")).toBe("alert");
  expect(await typed(agent)).toBe("Ullprogram, 30 grader.");
  release();
  await messages(agent, "jag hittade tvättrådet").waitFor();
  expect(repliesTo(email, "Ullprogram")).toEqual([]);
  await expectFitApp(agent);

  await sendButton(agent).click();
  await messages(agent, "Ullprogram").getByRole("button", { name: "Undo" }).waitFor();
  expect(await refused(agent).count()).toBe(0);
});

test("a double click sends once, and so does sending again when the answer to Send was lost", async () => {
  const email = "siv@example.net";
  const agent = await openMail(email);
  await field(agent).fill("Med såpa.");
  await sendButton(agent).dblclick();
  await messages(agent, "Med såpa.").getByRole("button", { name: "Undo" }).waitFor();
  expect(await messages(agent, "Med såpa.").count()).toBe(1);

  // Another reply does not even leave.
  await field(agent).fill("Låt den lufttorka.");
  await agent.page.route(REPLIES, (route) => route.abort());
  await sendButton(agent).click();
  await refused(agent).getByText("Your text is kept.").waitFor();
  expect(repliesTo(email, "lufttorka")).toEqual([]);

  // The next time it does arrive; only the answer is lost.
  await agent.page.unroute(REPLIES);
  await agent.page.route(REPLIES, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await refused(agent).getByRole("button", { name: "Try again" }).click();
  // Held for ten seconds first.
  await expect.poll(() => repliesTo(email, "lufttorka").length, { timeout: 30_000 }).toBe(1);
  await refused(agent).getByText("Your text is kept.").waitFor();
  expect(await typed(agent)).toBe("Låt den lufttorka.");

  // Sent a third time, it is still the one that arrived.
  await agent.page.unroute(REPLIES);
  await sendButton(agent).click();
  await expect.poll(() => typed(agent)).toBe("");
  expect(await messages(agent, "lufttorka").count()).toBe(1);
  expect(repliesTo(email, "lufttorka")).toHaveLength(1);
  // The confirmation and the two replies.
  expect(world.mailTo(email)).toHaveLength(3);
});

test("a draft is its ticket's and its agent's: a reload keeps it, and so does what a colleague sends", async () => {
  const elliot = await openMail("rut@example.net");
  const ticket = pathOf(elliot);
  await field(elliot).fill("Halvfärdigt svar");
  await elliot.page.reload();
  await expect.poll(() => typed(elliot)).toBe("Halvfärdigt svar");
  await elliot.app.getByTestId("ticket-row").filter({ hasText: "Alva Nyström" }).click();
  await messages(elliot, "Hinner ni stoppa").waitFor();
  expect(await typed(elliot)).toBe("");

  // Of two agents each sees at once what the other wrote, and keeps their own draft.
  await elliot.app.getByTestId("ticket-row").filter({ hasText: "rut@example.net" }).click();
  await messages(elliot, "hur tvättar jag jackan?").waitFor();
  const matilda = await world.admin({ staff: STAFF.manager, path: ticket });
  const draft = matilda.app.getByRole("textbox", { name: "Ditt svar" });
  await editorOf(matilda).waitFor();
  await draft.fill("Jag svarar också.");
  await field(elliot).fill("Svaret från Elliot.");
  await sendButton(elliot).click();
  await messages(matilda, "Svaret från Elliot.").waitFor();
  expect(await draft.innerText()).toBe("Jag svarar också.");
  await matilda.app.getByRole("button", { name: "Skicka" }).click();
  await messages(elliot, "Jag svarar också.").waitFor();
  await messages(matilda, "Jag svarar också.").getByRole("button", { name: "Ångra" }).waitFor();
  expect(await elliot.app.getByRole("article", { name: "Matilda Åström" }).count()).toBe(1);
});

test("a reply that comes back says why, and so does sending it again", async () => {
  const email = "fel.adress@example.net";
  const agent = await openMail(email);
  await field(agent).fill("Vi skickar ett nytt paket.");
  await sendButton(agent).click();
  const reply = messages(agent, "Vi skickar ett nytt paket.");
  await reply.getByText("Delivered").waitFor();
  await world.control("/mail/bounce", { to: email });
  await reply.getByText("Came back").waitFor();
  await reply.getByText("The address does not exist.").waitFor();

  await reply.getByRole("button", { name: "Resend" }).click();
  await reply.getByText("Not sent").waitFor();
  await reply.getByText("The address has refused mail before").waitFor();
});

test("a rich reply to two people, with a file, is taken back as it was, and then sent as it was", async () => {
  const email = "tyra@example.net";
  const agent = await openMail(email);
  const { app, page } = agent;
  await field(agent).click();
  await page.keyboard.type("Hej Tyra,");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("Så här");
  await page.keyboard.press("Control+b");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- Ullprogram");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Lufttorka");
  await app.getByRole("button", { name: "Add Cc" }).click();
  await page.keyboard.type("Maja Ek <maja.ek@example.net>,");
  await app.getByText("New in this conversation: maja.ek@example.net").waitFor();
  const advice = { name: "Tvättråd å.txt", mimeType: "text/plain", buffer: Buffer.from("30 grader") };
  await app.getByTestId("file-chooser").setInputFiles(advice);
  await app.getByTestId("attached-file").getByText("Tvättråd å.txt").waitFor();
  await expectFitApp(agent);
  const written = await field(agent).innerHTML();
  const people = await app.getByTestId("reply-to").innerText();
  expect(people).toMatch(/To\s.*<tyra@example\.net>\s+Cc\sMaja Ek <maja\.ek@example\.net>/);

  await sendButton(agent).click();
  await messages(agent, "Så här")
    .getByText(/Sending in \d+ s/)
    .waitFor();
  expect(await typed(agent)).toBe("");
  await messages(agent, "Så här").getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => field(agent).innerHTML()).toBe(written);
  expect(await app.getByTestId("reply-to").innerText()).toBe(people);
  expect(await app.getByTestId("attached-file").count()).toBe(1);
  expect(await messages(agent, "Så här").count()).toBe(0);
  expect(await field(agent).evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press("Control+Enter");
  await expect.poll(() => repliesTo(email, "Så här").length, { timeout: 30_000 }).toBe(1);
  const [mail] = repliesTo(email, "Så här");
  expect(mail?.cc).toEqual([{ name: "Maja Ek", email: "maja.ek@example.net" }]);
  expect(mail?.htmlBody).toMatch(/<strong>Så här<\/strong>.*<ul>.*Ullprogram.*Lufttorka/s);
  const [file] = mail?.attachments ?? [];
  expect([file?.name, file?.content]).toEqual(["Tvättråd å.txt", advice.buffer.toString("base64")]);
});
