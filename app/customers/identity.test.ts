import fc from "fast-check";
import { expect, test } from "vitest";
import { identityAfter, identityOf, JUDGED, UNANSWERED, type Judged } from "./identity.ts";

test.each<[Judged[], string, string]>([
  [[], "claimed", "unanswered"],
  [["address"], "claimed", "address"],
  [["stranger"], "claimed", "address"],
  [["let-in"], "claimed", "unanswered"],
  [["signed-in"], "verified", "signed-in"],
  [["signed-reply"], "verified", "signed-reply"],
  [["shopify-address", "signed-reply"], "verified", "shopify-address"],
  [["signed-in", "let-in"], "verified", "signed-in"],
  [["signed-in", "stranger"], "claimed", "stranger"],
  [["signed-in", "stranger", "address"], "claimed", "address"],
  [["signed-in", "other-account", "signed-reply"], "mismatch", "other-account"],
])("messages that say %j leave a ticket %s, by %s", (said, identity, reason) => {
  expect(said.reduce(identityAfter, UNANSWERED)).toMatchObject({ identity });
  expect(identityOf(said, false)).toEqual({ identity, reason });
});

test("a ticket an agent vouched for stays so until somebody unproven writes again", () => {
  expect(identityOf([], true)).toEqual({ identity: "verified", reason: "agent" });
  expect(identityOf(["signed-reply"], true)).toEqual({ identity: "verified", reason: "agent" });
  expect(identityOf(["address"], true)).toEqual({ identity: "claimed", reason: "address" });
  expect(identityOf(["other-account"], true)).toEqual({ identity: "mismatch", reason: "other-account" });
});

test("it is the same whether messages are looked at as they come or all together", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...JUDGED)), (said) => {
      expect(said.reduce(identityAfter, UNANSWERED).identity).toBe(identityOf(said, false).identity);
    }),
  );
});
