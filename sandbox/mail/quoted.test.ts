import { describe, expect, test } from "vitest";
import { quoteAsHtml, quoteAsText, strippedReply } from "./quoted.ts";

const quoted = {
  name: "Ullbod",
  email: "mail@samla.example",
  at: new Date("2026-11-19T09:12:00Z"),
  textBody: "Hej Åsa,\n\nvi tittar på det.",
  htmlBody: "<html><body><p>Hej Åsa</p></body></html>",
};

describe("an answer", () => {
  test.each([
    ["sv", "Den tors 19 nov. 2026 kl 10:12 skrev Ullbod <mail@samla.example>:"],
    ["nb", "tor. 19. nov. 2026 kl. 10:12 skrev Ullbod <mail@samla.example>:"],
    ["en", "On Thu, Nov 19, 2026 at 10:12\u202fAM Ullbod <mail@samla.example> wrote:"],
  ])("in %s quotes the mail below a line in that language", (language, line) => {
    const text = quoteAsText("Tack!", quoted, language, "Europe/Stockholm");
    expect(text).toBe(`Tack!\n\n${line}\n\n> Hej Åsa,\n>\n> vi tittar på det.\n`);
  });

  test.each(["en", "sv", "nb", "da", "fi", "de"])("in %s loses its history again", (language) => {
    expect(strippedReply(quoteAsText("Tack!\n\nÅsa", quoted, language, "Europe/Stockholm"))).toBe(
      "Tack!\n\nÅsa",
    );
  });

  test("quotes HTML the way Gmail does, without a second body", () => {
    const html = quoteAsHtml("<div>Tack</div>", quoted, "sv", "Europe/Stockholm");
    expect(html).toContain(`<blockquote class="gmail_quote"`);
    expect(html).toContain("<p>Hej Åsa</p>");
    expect(html).not.toContain("<body>");
  });
});

test("an answer that quotes nothing stays whole", () => {
  expect(strippedReply("Hej!\nMin order är 2026:\n> 3 st")).toBe("Hej!\nMin order är 2026:");
  expect(strippedReply("Hej då")).toBe("Hej då");
});
