import { expect, test } from "vitest";
import { disposition } from "./disposition.ts";

test.each([
  ["kvitto.pdf", 'attachment; filename="kvitto.pdf"'],
  ["Åsa's (2).pdf", `attachment; filename="Asa's (2).pdf"; filename*=UTF-8''%C3%85sa%27s%20%282%29.pdf`],
  ["日本.png", `attachment; filename="__.png"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.png`],
  ['a"b\\c%41.txt', `attachment; filename="a_b_c_41.txt"; filename*=UTF-8''a%22b%5Cc%2541.txt`],
  [
    "x\r\nSet-Cookie: a",
    `attachment; filename="x__Set-Cookie: a"; filename*=UTF-8''x%0D%0ASet-Cookie%3A%20a`,
  ],
])("%j", (name, header) => expect(disposition(name)).toBe(header));
