// A list made one's own: narrowed by chips, kept as a view, there again after a reload; its number follows, and all others.
import { expect, test } from "vitest";
import { expectFitApp } from "./fitness.ts";
import { openWorld, STAFF } from "./world.ts";

const world = await openWorld();

test("a list is narrowed by chips, kept as a view, and its count follows what happens", async () => {
  const agent = await world.admin({ staff: STAFF.english });
  const { app, page } = agent;
  const count = (name: string) =>
    app.locator(`span:has(> a span:text-is("${name}")) [data-testid=view-count]`);
  const rows = app.getByTestId("ticket-row");
  await rows.first().waitFor();

  await app.getByRole("button", { name: "Add a filter" }).click();
  await app.getByRole("menuitem", { name: "Channel" }).click();
  await app.getByRole("checkbox", { name: "E-mail" }).click();
  await page.keyboard.press("Escape");
  await app.getByTestId("chips").getByText("Channel: E-mail").waitFor();

  await app.getByRole("button", { name: "Save as view" }).click();
  await app.getByRole("textbox", { name: "Name" }).fill("Only mail");
  await app.getByRole("button", { name: "Save view" }).click();
  const view = app.getByRole("link", { name: "Only mail", exact: true });
  await view.waitFor();
  const before = Number(await count("Only mail").innerText());
  expect(before).toBeGreaterThan(0);

  await page.reload();
  await view.waitFor();
  expect(await view.getAttribute("aria-current")).toBe("page");
  await app.getByTestId("chips").getByText("Channel: E-mail").waitFor();
  await expectFitApp(agent);

  const inbox = Number(await count("Inbox").innerText());
  const unread = async () => Number(/\d+/.exec((await app.locator("title").textContent()) ?? "")?.[0] ?? 0);
  const unreadBefore = await unread();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const { email: to } = world.shop("fjallrum");
  await world.control("/mail/write", { from: "liv@example.net", to, subject: "Ny fråga", text: "Hej!" });
  await expect.poll(() => count("Inbox").innerText(), { timeout: 10_000 }).toBe(String(inbox + 1));
  await expect.poll(() => count("Only mail").innerText(), { timeout: 10_000 }).toBe(String(before + 1));
  await expect.poll(unread).toBe(unreadBefore + 1);
  // Rows and numbers came by themselves; only one's own views have to be asked for.
  expect(asked.filter((path) => path.startsWith("/app") && path !== "/app/views/counts")).toEqual([]);
  await rows.filter({ hasText: "Ny fråga" }).click();
  await expect.poll(unread, { timeout: 10_000 }).toBe(unreadBefore);

  await world.sql(
    `INSERT INTO "SavedView" ("workspaceId", id, "agentId", name, query)
     SELECT "workspaceId", gen_random_uuid(), "agentId", 'View ' || n, '' FROM "SavedView", generate_series(1, 9) n
     WHERE name = 'Only mail'`,
  );
  await page.reload();
  await app.getByRole("button", { name: "New view" }).click();
  await app.getByTestId("too-many-views").getByText("You have 10 views").waitFor();
  await page.keyboard.press("Escape");

  // Dragged to another place, or moved from its menu; it is there again after a reload.
  const saved = app.getByTestId("saved-view");
  const places = async () => (await saved.getByRole("link").allInnerTexts()).map((name) => name.trim());
  const [one = "", two = "", three = "", ...rest] = await places();
  // It stands there before the server knows.
  const placed = () => page.waitForResponse((answer) => answer.url().endsWith("/place") && answer.ok());
  let kept = placed();
  await saved.nth(0).dragTo(saved.nth(2), { targetPosition: { x: 40, y: 24 } });
  expect(await places()).toEqual([two, three, one, ...rest]);
  await kept;
  await saved.nth(2).hover();
  await app.getByRole("button", { name: `What to do with ${one}`, exact: true }).click();
  kept = placed();
  await app.getByRole("menuitem", { name: "Move up" }).click();
  await expect.poll(places).toEqual([two, one, three, ...rest]);
  await kept;
  await page.reload();
  await expect.poll(places).toEqual([two, one, three, ...rest]);
});
