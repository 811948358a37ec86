import { expect, test } from "vitest";
import { mailbox, receive, someone, ticketsOf } from "../../../tests/mailbox.ts";

const history =
  "Den tis 5 mars 2024 kl 10:12 skrev Solros <hej@solros.example>:\n\n> Vilken färg vill du ha?";

test("what was written now is kept beside all of the mail, and is what the list shows", async () => {
  const { workspace, token } = await mailbox();
  await receive({ from: someone(), token, text: `Blå tack\n\n${history}` });
  const [ticket] = await ticketsOf(workspace);
  expect(ticket?.preview).toBe("Blå tack");
  expect(ticket?.messages[0]).toMatchObject({ text: `Blå tack\n\n${history}`, trimmed: "Blå tack" });
});

test("answers between the quoted lines are shown with them", async () => {
  const { workspace, token } = await mailbox();
  const text = "> Vilken färg?\n\nBlå\n\n> Vilken storlek?\n\n38";
  await receive({ from: someone(), token, text });
  expect((await ticketsOf(workspace))[0]?.messages[0]).toMatchObject({ text, trimmed: null });
});

test("HTML mail is kept with its history in a division that can be folded", async () => {
  const { workspace, token } = await mailbox();
  const html = `<div>Blå tack</div><div>Den tis 5 mars 2024 kl 10:12 skrev Solros &lt;hej@solros.example&gt;:</div><blockquote>Vilken färg?</blockquote>`;
  await receive({ from: someone(), token, text: "", html });
  const message = (await ticketsOf(workspace))[0]?.messages[0];
  expect(message?.trimmed).toBe("Blå tack");
  expect(message?.html).toMatch(/^<div>Blå tack<\/div><div data-quoted><div>Den tis 5 mars/);
});
