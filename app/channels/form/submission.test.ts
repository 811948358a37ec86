import { expect, test } from "vitest";
import { spamIn } from "./robot.ts";
import { subjectOf } from "./subject.ts";
import { readSubmission, type Reading } from "./submission.ts";

const good = { email: "ebba@example.com", message: "Var är min jacka?" };

function read(posted: Record<string, string>): Reading {
  const form = new FormData();
  for (const [name, value] of Object.entries(posted)) form.set(name, value);
  return readSubmission(form);
}

function submissionOf(posted: Record<string, string>) {
  const reading = read({ ...good, ...posted });
  if (!("submission" in reading)) throw new Error(JSON.stringify(reading.errors));
  return reading.submission;
}

const errorsOf = (posted: Record<string, string>) => {
  const reading = read(posted);
  return "errors" in reading ? reading.errors : {};
};

test("an address and a message are enough", () => {
  expect(submissionOf({})).toEqual({
    name: "",
    email: "ebba@example.com",
    orderNumber: null,
    topic: null,
    message: "Var är min jacka?",
    locale: null,
    submissionId: null,
    elapsedMs: null,
    page: null,
    website: "",
    answers: [],
    route: null,
    uploads: [],
    formId: null,
  });
});

test("address and message are always required", () => {
  expect(errorsOf({})).toEqual({ email: "required", message: "required" });
  expect(errorsOf({ email: " ", message: " \n\t" })).toEqual({ email: "required", message: "required" });
});

test.each([
  ["ebba", "invalid-email"],
  ["ebba@", "invalid-email"],
  ["ebba@example", "invalid-email"],
  ["Ebba <ebba@example.com>", "invalid-email"],
  ["a@example.com, b@example.com", "invalid-email"],
  ["a@example.com\nBcc: b@example.com", "invalid-email"],
  [`${"a".repeat(250)}@example.com`, "too-long"],
])("%j is no address", (email, error) => {
  expect(errorsOf({ ...good, email })).toEqual({ email: error });
});

test("an address is compared in small letters, without the invisible characters a paste brings along", () => {
  expect(submissionOf({ email: " \u200bEbba@Example.COM\ufeff " }).email).toBe("ebba@example.com");
});

test.each([
  ["name", 120],
  ["order_number", 60],
  ["topic", 120],
  ["message", 20_000],
])("%s may have %i characters and not one more", (field, most) => {
  expect(errorsOf({ ...good, [field]: "x".repeat(most) })).toEqual({});
  expect(errorsOf({ ...good, [field]: "x".repeat(most + 1) })).toEqual({ [field]: "too-long" });
});

test("everything typed is kept when something is wrong, and only fields that were in the form", () => {
  const { typed } = read({
    email: "ebba",
    name: "Ebba ",
    message: "a\r\nb",
    return_to: "/pages/kontakt",
    locale: "sv",
  });
  expect(typed).toEqual({
    fields: { name: "Ebba ", email: "ebba", message: "a\nb" },
    locale: "sv",
    returnTo: "/pages/kontakt",
  });
});

test("a message keeps its lines and its direction marks, and loses what a database can't hold", () => {
  const { message } = submissionOf({ message: "ett\r\ntvå\rtre\0 \ud83d slut \u202Eabc" });
  expect(message).toBe("ett\ntvå\ntre \ufffd slut \u202Eabc");
});

test("what stands in one line stays in one line", () => {
  const { name, topic } = submissionOf({ name: "X\r\nBcc: a@b", topic: "a\u2028b\tc\0" });
  expect([name, topic]).toEqual(["X Bcc: a@b", "a b c"]);
});

test.each([
  ["2188", "#2188"],
  ["# 2188", "#2188"],
  ["#2188", "#2188"],
  [" #2188 ", "#2188"],
  ["FR2188", "FR2188"],
  ["#FR-2188", "#FR-2188"],
  ["2188 och 2190", "2188 och 2190"],
  ["", null],
])("order number %j is stored as %j", (typed, stored) => {
  expect(submissionOf({ order_number: typed }).orderNumber).toBe(stored);
});

test.each([
  ["sv", "sv"],
  ["nb-NO", "nb"],
  ["pt_BR", "pt"],
  ["EN", "en"],
  ["", null],
  ["svenska", null],
  ["../../x", null],
])("locale %j is %j", (sent, locale) => {
  expect(submissionOf({ locale: sent }).locale).toBe(locale);
});

test.each([
  ["/pages/kontakt", "/pages/kontakt"],
  ["/sv/pages/kontakt?signature=abc#x", "/sv/pages/kontakt"],
  ["/", "/"],
  ["", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["\\\\evil.example", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["pages/kontakt", "/"],
])("the way back for %j is %j", (sent, path) => {
  expect(read({ ...good, return_to: sent }).typed.returnTo).toBe(path);
});

test.each([
  ["01890a5d-ac96-774b-bcce-b302099a8057", "01890a5d-ac96-774b-bcce-b302099a8057"],
  ["01890A5DAC96774BBCCEB302099A8057", "01890a5d-ac96-774b-bcce-b302099a8057"],
  ["' OR 1=1--", null],
  ["", null],
])("submission id %j is %j", (sent, id) => {
  expect(submissionOf({ submission_id: sent }).submissionId).toBe(id);
});

test("files, unknown fields and nonsense in the hidden ones are ignored", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries(good)) form.set(name, value);
  form.set("name", new Blob(["x"]), "x.html");
  form.set("workspaceId", "another");
  form.set("elapsed_ms", "-1e9");
  const reading = readSubmission(form);
  expect(reading).toMatchObject({ submission: { name: "", elapsedMs: null } });
  expect(JSON.stringify(reading)).not.toContain("another");
});

test.each([
  ["the hidden field filled in", { website: "https://x.example" }, true],
  [
    "script, sent in 1.9 seconds",
    { submission_id: "01890a5d-ac96-774b-bcce-b302099a8057", elapsed_ms: "1999" },
    true,
  ],
  [
    "script, sent in 2 seconds",
    { submission_id: "01890a5d-ac96-774b-bcce-b302099a8057", elapsed_ms: "2000" },
    false,
  ],
  ["no script at all", {}, false],
  ["a time without script's id", { elapsed_ms: "3" }, false],
])("%s: a robot? %s %s", (_, posted, robot) => {
  const form = { ...submissionOf(posted as Record<string, string>), unproven: false };
  expect(spamIn(form)).toBe(robot ? "robot" : null);
});

test.each([
  ["a page with script that proved nothing under attack", { submissionId: "x" }, true, "robot"],
  ["a page without script under attack", { submissionId: null }, true, null],
  ["a pasted tracking page", { message: "Var? https://posten.se/1 www.posten.se" }, false, null],
  ["a list of links", { message: "http://a.example ".repeat(7) }, false, "filter"],
  ["a link for a web page", { message: "Hej [url=http://a.example]x[/url]" }, false, "filter"],
  ["a link for a name", { name: "Win http://a.example" }, false, "filter"],
])("%s", (_, given, unproven, spam) => {
  const form = { ...submissionOf(good), elapsedMs: 9000, unproven, ...(given as object) };
  expect(spamIn(form)).toBe(spam);
});

test.each([
  [{ topic: "Retur", orderNumber: "#2188" }, "Retur · #2188"],
  [{ topic: "Retur", orderNumber: null }, "Retur"],
  [{ topic: null, orderNumber: "#2188" }, "Hej! Var är min jacka? · #2188"],
  [{ topic: null, orderNumber: null }, "Hej! Var är min jacka?"],
])("%o is called %j", (about, subject) => {
  expect(subjectOf({ ...about, message: "Hej!\n\nVar är min jacka?" })).toBe(subject);
});

test("first words end at a word, and never in half a letter", () => {
  const long = subjectOf({
    topic: null,
    orderNumber: null,
    message: "Jag undrar var mitt paket är någonstans för det borde ha kommit redan i förrgår",
  });
  expect(long).toBe("Jag undrar var mitt paket är någonstans för det borde ha kommit…");
  expect(subjectOf({ topic: null, orderNumber: null, message: "🧶".repeat(100) })).toBe(
    `${"🧶".repeat(69)}…`,
  );
});
