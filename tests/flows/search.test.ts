// Search: by a word in a note, by a name nearly right, by an operator; hits marked, paged to the last one.
import { expect, test } from "vitest";
import { expectFitApp } from "./fitness.ts";
import { openWorld, STAFF } from "./world.ts";

const world = await openWorld();

test("what was said is found by its words, its writer's name and what is asked of it", async () => {
  const { email: to } = world.shop("fjallrum");
  for (let n = 1; n <= 27; n++)
    await world.control("/mail/write", { from: `alvar.${n}@example.net`, to, subject: `Kryddkvarn ${n}`, text: "Den maler inte." }); // prettier-ignore
  const agent = await world.admin({ staff: STAFF.english, path: "/app/tickets?view=all" });
  const { app, page } = agent;
  const field = app.getByTestId("search");
  const rows = app.getByTestId("ticket-row");
  const search = async (words: string) => {
    await field.fill(words);
    await field.press("Enter");
  };
  await rows.first().waitFor();

  await expect
    .poll(
      async () => {
        await search("kryddkvarnar 27");
        return rows.count();
      },
      { timeout: 15_000, interval: 1_000 },
    )
    .toBe(1);
  await search("kryddkvarnar");
  await expect.poll(() => rows.count()).toBe(25);
  expect(await rows.first().locator("mark").first().innerText()).toBe("Kryddkvarn");
  await app.getByRole("button", { name: "Show more" }).click();
  await expect.poll(() => rows.count()).toBe(27);
  expect(await app.getByRole("button", { name: "Show more" }).count()).toBe(0);
  await expectFitApp(agent);

  await search('subject:"kryddkvarn 3" is:unread -status:closed');
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
  await page.close();
});
