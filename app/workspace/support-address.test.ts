import { expect, test } from "vitest";
import { DAY, later } from "../lib/clock.ts";
import { domainOf, stateOfAddress, testCodeIn, testMark } from "./support-address.ts";

const NOW = new Date("2026-11-28T10:00:00Z");
const ago = (days: number) => later(NOW, -days * DAY);
const fresh = { confirmedAt: null, testArrivedAt: null, lastMailAt: null, retiredAt: null };

test.each([
  ["waiting", {}],
  ["waiting", { lastMailAt: ago(1) }],
  ["taken", { testArrivedAt: ago(0) }],
  ["connected", { confirmedAt: ago(1), testArrivedAt: ago(1) }],
  ["connected", { confirmedAt: ago(90), lastMailAt: ago(13) }],
  ["quiet", { confirmedAt: ago(90), lastMailAt: ago(15) }],
  ["quiet", { confirmedAt: ago(15) }],
  ["retired", { confirmedAt: ago(15), retiredAt: ago(1) }],
] as const)("an address is %s with %j", (state, facts) => {
  expect(stateOfAddress({ ...fresh, ...facts }, NOW)).toBe(state);
});

test("a test mail is known by its mark, also when a forwarder wrote into the subject", () => {
  const mark = testMark("k3j4m5n6p7q8");
  expect(testCodeIn(`Testmejl ${mark}`)).toBe("k3j4m5n6p7q8");
  expect(testCodeIn(`VB: [EXTERN] Testmejl ${mark.toUpperCase()}`)).toBe("k3j4m5n6p7q8");
  for (const other of [
    "",
    "samla-test k3j4m5n6p7q8",
    "[samla-test ]",
    "[samla-test kort]",
    "Var är paketet?",
  ])
    expect(testCodeIn(other)).toBeNull();
});

test.each([
  ["hej@fjallrum.example", "fjallrum.example"],
  ["Hej@Fjallrum.Example", "fjallrum.example"],
  ['"a@b"@c.example', "c.example"],
])("the domain of %s is %s", (address, domain) => expect(domainOf(address)).toBe(domain));
