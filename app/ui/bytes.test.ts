import { expect, test } from "vitest";
import { formatBytes } from "./bytes.ts";

test.each([
  [0, "0 byte"],
  [999, "999 byte"],
  [340_400, "340 kB"],
  [1_240_000, "1,2 MB"],
  [10_000_000, "10 MB"],
  [2_500_000_000_000, "2\u00a0500 GB"],
])("%i bytes are %j to a Swede", (bytes, written) =>
  expect(formatBytes(bytes, "sv").replace(/\u00a0(?=\D)/, " ")).toBe(written),
);
