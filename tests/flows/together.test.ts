// Two agents at the same work: each sees at once what the other does, and what comes in, without asking for it.
import { expect, test } from "vitest";
import { openWorld, pathOf, STAFF, type Admin } from "./world.ts";

const world = await openWorld();
const SUBJECT = "Fråga om tältet";
/** how long somebody whose page died may still be shown */
const GONE_WITHIN = 15_000;

const row = ({ app }: Admin, subject: string) => app.getByTestId("ticket-row").filter({ hasText: subject });

const write = (from: string, subject: string) =>
  world.control("/mail/write", { from, to: world.shop("fjallrum").email, subject, text: "Hej!" });

/** Counts how often the page asks for the list. */
function countLists({ page }: Admin): () => number {
  let asked = 0;
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.searchParams.get("_data")?.startsWith("routes/app.tickets/")) asked++;
  });
  return () => asked;
}

async function kill({ page }: Admin): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  devtools.send("Page.crash").catch(() => undefined);
  await crashed;
}

test("a colleague who looks and types is seen in list and ticket, and not when their page is dead; a new ticket comes by itself", async () => {
  await write("tuva.ek@example.net", SUBJECT);
  const elliot = await world.admin({ staff: STAFF.english });
  await row(elliot, SUBJECT).click();
  await elliot.app.getByTestId("composer").waitFor();
  const matilda = await world.admin({ staff: STAFF.manager, path: pathOf(elliot) });

  const face = row(elliot, SUBJECT).getByTestId("faces");
  await face.getByRole("img", { name: "Matilda Åström is looking" }).waitFor();
  const head = elliot.app.getByTestId("at-ticket");
  await head.getByText("Matilda Åström").waitFor();
  // Oneself is nobody's colleague: hers shows him alone, his her alone.
  expect(await face.getByRole("img").count()).toBe(1);
  expect(await row(matilda, SUBJECT).getByTestId("faces").getByRole("img").count()).toBe(1);

  await matilda.app.locator(".ProseMirror").click();
  await matilda.page.keyboard.type("Hej");
  await face.getByRole("img", { name: "Matilda Åström is typing …" }).waitFor();
  const typing = elliot.app.getByTestId("typing");
  await typing.getByText("Matilda Åström is typing …").waitFor();
  expect(await elliot.app.getByTestId("typing").count()).toBe(1);

  // Its process ends like one that ran out of memory: nothing in the page can say goodbye.
  await kill(matilda);
  const died = performance.now();
  const asked = countLists(elliot);
  await write("majken.ask@example.net", "Helt ny fråga");
  await row(elliot, "Helt ny fråga").waitFor();
  expect(asked()).toBe(0);
  await face.waitFor({ state: "detached", timeout: GONE_WITHIN });
  await head.waitFor({ state: "detached" });
  expect(performance.now() - died).toBeLessThan(GONE_WITHIN);
  expect(await typing.innerText()).toBe("");
}, 120_000);
