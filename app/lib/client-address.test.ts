import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

test.each<[string, number, string | null]>([
  ["203.0.113.7", 1, "203.0.113.7"],
  ["6.6.6.6, 203.0.113.7", 1, "203.0.113.7"],
  ["6.6.6.6, 203.0.113.7, 10.0.0.1", 2, "203.0.113.7"],
  ["2001:DB8:0:1:6::1", 1, "2001:db8:0:1::/64"],
  ["::ffff:203.0.113.7", 1, "203.0.113.7"],
  ["fe80::1%eth0", 1, null],
  ["203.0.113.7", 2, null],
  ["203.0.113.7", 0, null],
  ["", 1, null],
  ["<script>", 1, null],
])("of %j the address %i trusted steps back is %j", (forwarded, trusted, address) => {
  expect(clientAddress(new Headers({ "X-Forwarded-For": forwarded }), trusted)).toBe(address);
});
