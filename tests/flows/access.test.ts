// Who gets in, who decides it, and in which language each of them reads.
import type { Request } from "playwright-core";
import { expect, test } from "vitest";
import { frameOf, openWorld, pathOf, STAFF, type Admin } from "./world.ts";

const world = await openWorld();

const LANGUAGES = [
  [STAFF.owner, "Inkorg", "Stäng"],
  [STAFF.norwegian, "Innboks", "Lukk"],
  [STAFF.english, "Inbox", "Close"],
] as const;

test("staff read it in their language; those without a role ask an owner, who lets them in and out again", async () => {
  for (const language of LANGUAGES) await expectOwnLanguage(language);

  const tuva = await world.admin({ staff: STAFF.withoutRole });
  await tuva.app.getByRole("heading", { name: "Be en ägare om åtkomst" }).waitFor();
  expect(await tuva.app.getByRole("listitem").allInnerTexts()).toContain("Kajsa Norell");

  const owner = await world.admin({ staff: STAFF.owner, path: "/app/team" });
  const member = owner.app.locator(`[data-email="${STAFF.withoutRole}"]`);
  await owner.app.getByRole("button", { name: "Ge åtkomst till Tuva Sjögren" }).click();
  await owner.app.getByRole("button", { name: /^Support/ }).click();
  await owner.page.getByText("Tuva Sjögren har nu åtkomst").waitFor();
  await expect.poll(() => member.getAttribute("data-role")).toBe("support");

  const listening = tuva.page.waitForResponse((answer) => answer.url().endsWith("/app/live"));
  await tuva.app.getByRole("button", { name: "Kontrollera igen" }).click();
  await listening;
  await tuva.app.getByTestId("ticket-row").first().click();
  await tuva.app.getByRole("textbox", { name: "Ditt svar" }).fill("Hej, jag tittar på det.");

  // Taken away: her stream ends, the page says so by itself, and what she tries is refused.
  const cut = endOfStream(tuva);
  await owner.app.getByRole("button", { name: "Ta bort åtkomst för Tuva Sjögren" }).click();
  await owner.app.getByRole("dialog").getByRole("button", { name: "Ta bort åtkomst" }).click();
  await expect.poll(() => member.getAttribute("data-role")).toBe("none");
  await cut;
  await tuva.app.getByRole("heading", { name: "Be en ägare om åtkomst" }).waitFor();
  const closure = `${pathOf(tuva)}/closure`;
  const refused = await frameOf(tuva).evaluate(async (path) => {
    const answer = await fetch(path, { method: "POST" });
    return { status: answer.status, ...((await answer.json()) as { error: string }) };
  }, closure);
  expect(refused).toMatchObject({ status: 403, error: "no-role" });
});

/** Resolves when the page's event stream has ended, whoever ended it. */
const endOfStream = ({ page }: Admin): Promise<void> =>
  new Promise((resolve) => {
    const look = (request: Request) => {
      if (request.url().endsWith("/app/live")) resolve();
    };
    page.on("requestfinished", look).on("requestfailed", look);
  });

/** Each reads it in the language of their Shopify account. */
async function expectOwnLanguage([staff, inbox, close]: (typeof LANGUAGES)[number]): Promise<void> {
  const { app } = await world.admin({ staff });
  await app.getByRole("link", { name: inbox, exact: true }).waitFor();
  await app.getByTestId("ticket-row").filter({ hasText: "Alva Nyström" }).click();
  await app.getByRole("button", { name: close, exact: true }).waitFor();
}
