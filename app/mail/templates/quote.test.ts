import { expect, test } from "vitest";
import { composeQuote } from "./quote.ts";

const at = new Date("2026-11-20T09:15:00Z");
const place = { locale: "sv", timeZone: "Europe/Stockholm" };

test("each message stands inside the one that answered it, in both parts", () => {
  const quote = composeQuote(
    [
      { by: "Björk kundservice", at, text: "Vilken storlek?" },
      { by: "Ebba", at, text: "Hej!\n\nDen är för liten." },
    ],
    place,
  );
  expect(quote?.text).toBe(
    [
      "Den 20 nov. 2026 10:15 skrev Björk kundservice:",
      "> Vilken storlek?",
      ">",
      "> Den 20 nov. 2026 10:15 skrev Ebba:",
      ">> Hej!",
      ">>",
      ">> Den är för liten.",
    ].join("\n"),
  );
  const html = quote?.html ?? "";
  expect(html.match(/<blockquote class="gmail_quote" type="cite"/g)).toHaveLength(2);
  expect(html.indexOf("Vilken storlek?")).toBeLessThan(html.indexOf("skrev Ebba:"));
});

test.each([
  ["en-GB", /^On .*2026.*, Ebba wrote:\n/],
  ["nb-NO", /^Den .*2026.* skrev Ebba:\n/],
  ["no", /^Den .* skrev Ebba:\n/],
  ["da", /^Den .*2026.* skrev Ebba:\n/],
  ["fi", /^.*2026.* Ebba kirjoitti:\n/],
  ["de", /^Am .*2026.* schrieb Ebba:\n/],
  ["constructor", /^On .*, Ebba wrote:\n/],
])("in %s", (locale, line) => {
  const quote = composeQuote([{ by: "Ebba", at, text: "Hej" }], { locale, timeZone: "Nowhere/Atlantis" });
  expect(quote?.text).toMatch(line);
});

test("it stays short: five messages, and the beginning of a long one", () => {
  const said = Array.from({ length: 9 }, (_, n) => ({ by: `nr ${n}`, at, text: "x".repeat(50_000) }));
  const quote = composeQuote(said, place);
  expect(quote?.text).toContain("nr 4");
  expect(quote?.text).not.toContain("nr 5");
  expect(quote?.html.length).toBeLessThan(60_000);
});

test("hostile words stay words", () => {
  const quote = composeQuote([{ by: "<b>\r\nx", at, text: "</blockquote><script>1</script>" }], place);
  expect(quote?.html).not.toMatch(/<script|<b>/);
  expect(quote?.text.split("\n")[0]).toContain("<b> x");
});

test("nothing said, nothing quoted", () => {
  expect(composeQuote([], place)).toBeNull();
});
