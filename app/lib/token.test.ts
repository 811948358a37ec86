import { expect, test } from "vitest";
import { newToken } from "./token.server.ts";

test("a token is 26 small letters and digits, without those that are mistaken for one another", () => {
  const tokens = Array.from({ length: 2000 }, newToken);
  for (const token of tokens) expect(token).toMatch(/^[0-9abcdefghjkmnpqrstvwxyz]{26}$/);
  expect(new Set(tokens).size).toBe(2000);
});

test("every sign is as likely as the next", () => {
  const counts = new Map<string, number>();
  for (const sign of Array.from({ length: 2000 }, newToken).join(""))
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  expect(counts.size).toBe(32);
  const expected = (2000 * 26) / 32;
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected * 0.2);
});
