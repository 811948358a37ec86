import { expect, test } from "vitest";
import { authenticationOf, isAuthenticated } from "./authentication.ts";

const FROM = "ebba@example.com";
const spfOf = (envelope: string, more = "") =>
  `Pass (sender SPF authorized) identity=mailfrom; client-ip=192.0.2.1; helo=mx.example.com; ${more}envelope-from=${envelope}; receiver=a+b@inbound.postmarkapp.com`;

const headers = (...written: [string, string][]) => written.map(([Name, Value]) => ({ Name, Value }));

test("SPF of From's own domain holds, with both of Postmark's verdicts or with the one there is", () => {
  const spf: [string, string] = ["Received-SPF", spfOf("ebba@example.com")];
  expect(authenticationOf(headers(["X-Spam-Tests", "HTML_MESSAGE,SPF_PASS"], spf), FROM).spf).toBe(true);
  expect(authenticationOf(headers(spf), FROM).spf).toBe(true);
  expect(authenticationOf(headers(["Received-SPF", spfOf("<b=1@bounces.example.com>")]), FROM).spf).toBe(
    true,
  );
});

test("a signature of the author's domain holds, another's does not", () => {
  expect(authenticationOf(headers(["X-Spam-Tests", "DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU"]), FROM)).toEqual({
    spf: false,
    dkim: true,
  });
  expect(isAuthenticated(headers(["X-Spam-Tests", "DKIM_SIGNED,DKIM_VALID,DKIM_VALID_EF"]), FROM)).toBe(
    false,
  );
});

test.each([
  ["another domain's SPF", headers(["Received-SPF", spfOf("x@evil.example")])],
  ["a domain that only ends alike", headers(["Received-SPF", spfOf("x@notexample.com")])],
  ["the domain above", headers(["Received-SPF", spfOf("x@com")])],
  [
    "the greeting's SPF",
    headers(["Received-SPF", "Pass identity=helo; helo=example.com; envelope-from=ebba@example.com;"]),
  ],
  ["an empty envelope", headers(["Received-SPF", spfOf("<>")])],
  ["no envelope", headers(["Received-SPF", "Pass (sender SPF authorized)"])],
  [
    "an envelope smuggled into the helo name",
    headers(["Received-SPF", spfOf("x@evil.example", "x;envelope-from=ebba@example.com;")]),
  ],
  [
    "an envelope smuggled into the mailbox",
    headers(["Received-SPF", spfOf('"a;envelope-from=b@example.com;"@evil.example')]),
  ],
  [
    "SPF that failed",
    headers(["Received-SPF", "Fail (sender SPF unauthorized) envelope-from=ebba@example.com;"]),
  ],
  [
    "a pass the sender wrote below Postmark's verdict",
    headers(["Received-SPF", "SoftFail (x) envelope-from=a@example.com;"], ["Received-SPF", spfOf(FROM)]),
  ],
  [
    "tests the sender wrote below Postmark's",
    headers(["X-Spam-Tests", "HTML_MESSAGE"], ["X-Spam-Tests", "SPF_PASS,DKIM_VALID_AU"]),
  ],
  [
    "a pass where Postmark's scan saw none",
    headers(["X-Spam-Tests", "HTML_MESSAGE"], ["Received-SPF", spfOf(FROM)]),
  ],
  [
    "Authentication-Results, whatever they say",
    headers(["Authentication-Results", "inbound.postmarkapp.com; dkim=pass header.d=example.com; spf=pass"]),
  ],
  ["nothing at all", []],
])("%s holds nothing", (_what, given) => {
  expect(isAuthenticated(given, FROM)).toBe(false);
});

test("a From that is no address holds nothing", () => {
  const given = headers(["X-Spam-Tests", "DKIM_VALID_AU,SPF_PASS"], ["Received-SPF", spfOf(FROM)]);
  expect(isAuthenticated(given, null)).toBe(false);
  expect(isAuthenticated(given, "ebba")).toBe(false);
});
