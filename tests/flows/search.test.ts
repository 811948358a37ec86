// Search: by a word in a note, by a name nearly right, by an operator; hits marked.
import { expect, test } from "vitest";
import { expectFitApp } from "./fitness.ts";
import { openWorld, STAFF } from "./world.ts";

const world = await openWorld();

test("what was said is found by its words, its writer's name and what is asked of it", async () => {
  const agent = await world.admin({ staff: STAFF.english, path: "/app/tickets?view=all" });
  const { app } = agent;
  const field = app.getByTestId("search");
  const rows = app.getByTestId("ticket-row");
  const search = async (words: string) => {
    await field.fill(words);
    await field.press("Enter");
    await app.getByTestId("chips").getByText(words).waitFor();
  };
  const { email: to } = world.shop("fjallrum");
  await world.control("/mail/write", {
    from: "alvar@example.net",
    to,
    subject: "Kryddkvarnen",
    text: "Trasig",
  });
  await rows.filter({ hasText: "Kryddkvarnen" }).waitFor();
  // Findable a moment after it came, by other forms of its words.
  const marked = async (words: string) => {
    await search(words);
    await app.getByTestId("list-scroll").waitFor();
    return rows
      .locator("mark")
      .first()
      .innerText({ timeout: 1_000 })
      .catch(() => null);
  };
  await expect.poll(() => marked("trasiga"), { timeout: 20_000 }).toBe("Trasig");
  await expect.poll(() => marked("kryddkvarnar"), { timeout: 20_000 }).toBe("Kryddkvarnen");
  expect(await rows.count()).toBe(1);

  await search("hej");
  await expect.poll(() => rows.count()).toBeGreaterThan(20);
  await expectFitApp(agent);

  await search('subject:"kryddkvarnen" is:unread -status:closed');
  await expect.poll(() => rows.count()).toBe(1);

  // Said in a note only.
  await search("lagersaldo");
  await expect.poll(() => rows.count()).toBe(1);

  await search("Ebba Lindkvist");
  const similar = app.getByTestId("similar-names");
  await similar.getByTestId("ticket-row").filter({ hasText: "Ebba Lindqvist" }).first().waitFor();

  await field.fill("lab");
  await app.getByRole("option", { name: "label:" }).waitFor();
  await field.press("ArrowDown");
  await field.press("Enter");
  expect(await field.inputValue()).toBe("label:");
  await field.press("Escape");

  await search("finnsintealls");
  await app.getByText("Nothing found for “finnsintealls”").waitFor();
  await expectFitApp(agent);
});
