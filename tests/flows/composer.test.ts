// Whatever happens to Send: nothing typed is lost, and nothing goes out twice.
import { expect, test } from "vitest";
import { expectFitApp } from "./fitness.ts";
import { openWorld, pathOf, STAFF, type Admin } from "./world.ts";

const world = await openWorld();
const OTHER = "Det andra ärendet";
const REPLIES = "**/app/tickets/*/messages";

const field = ({ app }: Admin) => app.getByRole("textbox", { name: "Your reply" });
const typed = async (agent: Admin) => (await field(agent).innerText()).trim();
const sendButton = ({ app }: Admin) => app.getByRole("button", { name: "Send", exact: true });
const tab = ({ app }: Admin, name: string) => app.getByRole("tab", { name });
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

test("when somebody has written meanwhile, Send is stopped and shows what is new, and goes after reading", async () => {
  const email = "wilma@example.net";
  const agent = await openMail(email);
  const { email: to } = world.shop("fjallrum");
  await world.control("/mail/write", { from: "folke@example.net", to, subject: OTHER, text: "Och hatten?" });
  const colleague = await world.admin({ staff: STAFF.manager, path: pathOf(agent) });
  const release = await holdNews(agent);
  await field(agent).fill("Ullprogram, 30 grader.");
  await world.control("/mail/reply", { to: email, text: "Glöm det, jag hittade tvättrådet." });
  await messages(colleague, "jag hittade tvättrådet").waitFor();
  // A colleague's note counts as well: it may say that they answer.
  await tab(colleague, "Anteckning").click();
  await colleague.app.getByRole("textbox", { name: "Din anteckning" }).fill("Jag tar den här.");
  await colleague.app.getByRole("button", { name: "Lägg till anteckning" }).click();
  await messages(colleague, "Jag tar den här.").waitFor();

  await sendButton(agent).click();
  await refused(agent).waitFor();
  expect(await refused(agent).getAttribute("role")).toBe("alert");
  const news = await refused(agent).getByTestId("stopped-news").allInnerTexts();
  expect(news.join()).toMatch(/jag hittade tvättrådet.*Matilda Åström.*Jag tar den här\./s);
  expect(await typed(agent)).toBe("Ullprogram, 30 grader.");
  expect(repliesTo(email, "Ullprogram")).toEqual([]);
  await expectFitApp(agent);
  release();

  await refused(agent).getByRole("button", { name: "Send anyway" }).click();
  await messages(agent, "Ullprogram").getByRole("button", { name: "Undo" }).waitFor();
  expect(await refused(agent).count()).toBe(0);
  await deleteNote(colleague, agent);
  await mergeMeanwhile(colleague, agent);
});

/** Who wrote it deletes it for everybody, and has it back from the toast. */
async function deleteNote(colleague: Admin, agent: Admin): Promise<void> {
  const note = messages(colleague, "Jag tar den här.");
  await note.getByRole("button", { name: "Fler sätt att läsa" }).click();
  await colleague.app.getByRole("menuitem", { name: "Ta bort anteckningen" }).click();
  await note.waitFor({ state: "detached" });
  await messages(agent, "Jag tar den här.").waitFor({ state: "detached" });
  const toast = colleague.page.getByRole("status").filter({ hasText: "Anteckningen är borttagen" });
  await toast.getByRole("button", { name: "Ångra" }).click();
  await note.waitFor();
  await messages(agent, "Jag tar den här.").waitFor();
}

/** What a colleague merges in stops Send, though it is older than what was read. */
async function mergeMeanwhile(colleague: Admin, agent: Admin): Promise<void> {
  await field(agent).fill("Lycka till!");
  const other = colleague.app.getByTestId("ticket-row").filter({ hasText: OTHER });
  const from = await other.getAttribute("data-ticket");
  const into = pathOf(agent).split("/").at(-1) ?? "";
  await other.evaluate(
    (_, [path, id]) => fetch(path ?? "", { method: "POST", body: new URLSearchParams({ into: id ?? "" }) }),
    [`/app/tickets/${from ?? ""}/merge`, into],
  );
  await agent.app.locator("[data-event=merged]").waitFor();
  await sendButton(agent).click();
  await refused(agent).getByText("another ticket was merged into this one").waitFor();
  await refused(agent).getByTestId("stopped-news").getByText("Och hatten?").waitFor();
  await refused(agent).getByRole("button", { name: "Send anyway" }).click();
  await messages(agent, "Lycka till!").waitFor();
}

test("a double click sends once, and so does sending again when the answer to Send was lost", async () => {
  const agent = await openMail("siv@example.net");
  await field(agent).fill("Med såpa.");
  await sendButton(agent).dblclick();
  await messages(agent, "Med såpa.").getByRole("button", { name: "Undo" }).waitFor();
  expect(await messages(agent, "Med såpa.").count()).toBe(1);

  // Another reply does not even leave.
  await field(agent).fill("Låt den lufttorka.");
  await agent.page.route(REPLIES, (route) => route.abort());
  await sendButton(agent).click();
  await refused(agent).getByText("Your text is kept.").waitFor();

  // The next time it does arrive; only the answer is lost.
  await agent.page.unroute(REPLIES);
  await agent.page.route(REPLIES, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await refused(agent).getByRole("button", { name: "Try again" }).click();
  await messages(agent, "lufttorka").waitFor();
  await refused(agent).getByText("Your text is kept.").waitFor();
  expect(await typed(agent)).toBe("Låt den lufttorka.");

  // Sent a third time, it is still the one that arrived.
  await agent.page.unroute(REPLIES);
  await sendButton(agent).click();
  await expect.poll(() => typed(agent)).toBe("");
  expect(await messages(agent, "lufttorka").count()).toBe(1);
});

test("what is begun is there after a reload and on another device, each of reply and note by itself, and goes with Send", async () => {
  const elliot = await openMail("rut@example.net");
  const ticket = pathOf(elliot);
  await field(elliot).fill("Halvfärdigt svar");
  await tab(elliot, "Note").click();
  await elliot.app.getByRole("textbox", { name: "Your note" }).fill("Ring lagret");
  await elliot.app.getByTestId("draft-state").getByText("Saved").waitFor();
  const row = elliot.app.getByTestId("ticket-row").filter({ hasText: "Fråga från rut@example.net" });
  await row.getByText("Draft", { exact: true }).waitFor();
  await tab(elliot, "Reply").click();
  expect(await typed(elliot)).toBe("Halvfärdigt svar");
  await elliot.page.reload();
  await expect.poll(() => typed(elliot)).toBe("Halvfärdigt svar");

  const elsewhere = await world.admin({ staff: STAFF.english, path: ticket });
  await expect.poll(() => typed(elsewhere)).toBe("Halvfärdigt svar");
  await tab(elsewhere, "Note").click();
  const note = elsewhere.app.getByRole("textbox", { name: "Your note" });
  await expect.poll(() => note.innerText()).toBe("Ring lagret");
  // Whom it names is chosen from a list; without a choice what was typed stays.
  await note.press("Control+End");
  await note.pressSequentially(" @nobody");
  await elsewhere.page.keyboard.press("Escape");
  await expect.poll(() => note.innerText()).toBe("Ring lagret @nobody");
  await note.pressSequentially(" @");
  await elsewhere.app.getByRole("combobox", { name: "Find a colleague" }).fill("mat");
  await elsewhere.page.keyboard.press("Tab");
  await note.locator("[data-mention]").getByText("@Matilda Åström").waitFor();
  await elsewhere.app.getByRole("button", { name: "Add note" }).click();
  const added = elsewhere.app.locator('[data-testid="message"][data-kind="note"]');
  await added.frameLocator("iframe").locator("[data-mention]").getByText("@Matilda Åström").waitFor();
  await tab(elsewhere, "Reply").click();
  await field(elsewhere).fill("Färdigt svar");
  await elsewhere.app.getByRole("button", { name: "Choose what happens" }).click();
  await elsewhere.app.getByRole("menuitem", { name: "Send and close" }).click();
  // Done with, the next ticket is there; the way back leads to where it can be undone.
  const back = elsewhere.page.getByRole("button", { name: /^Back to/ });
  await back.click();
  const sent = messages(elsewhere, "Färdigt svar").getByRole("button", { name: "Undo" });
  await sent.click();
  await expect.poll(() => typed(elsewhere)).toBe("Färdigt svar");
  expect(repliesTo("rut@example.net", "Färdigt svar")).toEqual([]);
  await elsewhere.app.getByRole("button", { name: "Choose what happens" }).click();
  await elsewhere.app.getByRole("menuitem", { name: "Tomorrow" }).click();
  await back.click();
  await elsewhere.app.getByText(/Elliot .*snoozed the ticket until .*9:00/).waitFor();
  await elsewhere.app.getByRole("button", { name: "Send and snooze" }).waitFor();
  await elsewhere.app.getByText(/^Snoozed until .*9:00/).waitFor();
});

test("a rich reply to two people, with a file, is taken back as it was, sent as it was, and says why it came back", async () => {
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
  // What is rich is shown in a frame of its own.
  const reply = app.locator('[data-testid="message"][data-kind="outbound"]').last();
  await reply.getByText(/Sending in \d+ s/).waitFor();
  expect(await typed(agent)).toBe("");
  await reply.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => field(agent).innerHTML()).toBe(written);
  expect(await app.getByTestId("reply-to").innerText()).toBe(people);
  expect(await app.getByTestId("attached-file").count()).toBe(1);
  expect(await reply.count()).toBe(0);
  expect(await field(agent).evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press("Control+Enter");
  await expect.poll(() => repliesTo(email, "Så här").length, { timeout: 30_000 }).toBe(1);
  const [mail] = repliesTo(email, "Så här");
  expect(mail?.cc).toEqual([{ name: "Maja Ek", email: "maja.ek@example.net" }]);
  expect(mail?.htmlBody).toMatch(/<strong>Så här<\/strong>.*<ul>.*Ullprogram.*Lufttorka/s);
  const [file] = mail?.attachments ?? [];
  expect([file?.name, file?.content]).toEqual(["Tvättråd å.txt", advice.buffer.toString("base64")]);

  await world.control("/mail/bounce", { to: email });
  await reply.getByText("The address does not exist.").waitFor();
  await reply.getByRole("button", { name: "Resend" }).click();
  await reply.getByText("The address has refused mail before").waitFor();
});
