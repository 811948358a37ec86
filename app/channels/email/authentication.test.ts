import { expect, test } from "vitest";
import { authenticated } from "./authentication.ts";

const FROM = "tove@bjork.example";
const spf = (value: string) => ({ Name: "Received-SPF", Value: value });
const tests = (value: string) => ({ Name: "X-Spam-Tests", Value: value });
const pass = (envelope: string) =>
  spf(`Pass (sender SPF authorized) identity=mailfrom; client-ip=209.85.208.42; envelope-from=${envelope};`);
const NOTHING = { spf: false, dkim: false };

test.each([
  ["the same domain", pass("tove@bjork.example"), true],
  ["a bounce address below it", pass("bounces@mail.bjork.example"), true],
  ["small letters and brackets", spf("pass identity=mailfrom; envelope-from=<Tove@BJORK.example>"), true],
  ["another domain", pass("tove@evil.example"), false],
  ["a domain that only ends alike", pass("tove@evilbjork.example"), false],
  ["a top-level domain", pass("tove@example"), false],
  [
    "the greeting's domain only",
    spf("Pass identity=helo; helo=bjork.example; envelope-from=a@bjork.example"),
    false,
  ],
  ["no envelope", spf("Pass (sender SPF authorized)"), false],
  ["softfail", spf("SoftFail identity=mailfrom; envelope-from=tove@bjork.example"), false],
  ["a word that begins alike", spf("Passed identity=mailfrom; envelope-from=tove@bjork.example"), false],
])("SPF for %s", (_, header, holds) => {
  expect(authenticated([header], FROM)).toEqual({ spf: holds, dkim: false });
});

test.each([
  ["DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS", true],
  ["DKIM_SIGNED, DKIM_VALID_AU", true],
  ["DKIM_SIGNED,DKIM_VALID,SPF_PASS", false],
  ["DKIM_VALID_AUTHOR", false],
  ["", false],
])("DKIM in %s", (value, holds) => {
  expect(authenticated([tests(value)], FROM)).toEqual({ spf: false, dkim: holds });
});

test("only the first header of a name counts: the sender writes those below", () => {
  const forged = [pass(FROM), tests("DKIM_VALID_AU")];
  const given = [spf("Fail identity=mailfrom; envelope-from=x@evil.example"), tests("DKIM_SIGNED")];
  expect(authenticated([...given, ...forged], FROM)).toEqual(NOTHING);
});

test("an Authentication-Results header counts for nothing", () => {
  const Value =
    "samla.example; spf=pass smtp.mailfrom=bjork.example; dkim=pass header.d=bjork.example; dmarc=pass";
  expect(authenticated([{ Name: "Authentication-Results", Value }], FROM)).toEqual(NOTHING);
});

test("what has no domain is never authenticated", () => {
  for (const from of ["", "tove", "tove@localhost", "tove@bjork..example"])
    expect(authenticated([pass(FROM), tests("DKIM_VALID_AU")], from)).toEqual(NOTHING);
});
