import { expect, test } from "vitest";
import { senderAddressOf, stateOfDomain } from "./sender.ts";

const AT = new Date("2026-11-01T10:00:00Z");
const OURS = "mail@samla.example";
const brand = { senderAddress: "hej@fjallrum.example" };
const verified = { name: "fjallrum.example", dkimVerifiedAt: AT, failingSince: null };

test.each([
  ["its own address, once its domain is proven", brand, verified, brand.senderAddress],
  ["ours without an address of its own", { senderAddress: null }, verified, OURS],
  ["ours without a domain", brand, null, OURS],
  ["ours until the domain is proven", brand, { ...verified, dkimVerifiedAt: null }, OURS],
  ["ours as soon as the domain fails", brand, { ...verified, failingSince: AT }, OURS],
  ["ours when the domain is another one", brand, { ...verified, name: "kystull.example" }, OURS],
  [
    "ours when only a parent of its domain is proven",
    { senderAddress: "a@post.fjallrum.example" },
    verified,
    OURS,
  ],
] as const)("a brand sends from %s", (_what, of, domain, expected) => {
  expect(senderAddressOf(of, domain, OURS)).toBe(expected);
});

test("a domain that failed is failing even though it was verified once", () => {
  expect(stateOfDomain(verified)).toBe("verified");
  expect(stateOfDomain({ ...verified, failingSince: AT })).toBe("failing");
  expect(stateOfDomain({ ...verified, dkimVerifiedAt: null })).toBe("pending");
});
