// Mail to many: lists and newsletters (RFC 2919, RFC 2369). Pure.
import type { Evidence } from "./evidence.ts";

/** Written to a list. A group that is the merchant's own support address hands on people's mail: that is none. */
export function isListMail({ header }: Evidence, addresses: readonly string[]): boolean {
  if (isOwnGroup(header, addresses)) return false;
  return (
    isBulk(header) ||
    ["list-id", "list-unsubscribe", "list-post", "mailing-list"].some((name) => header(name))
  );
}

/** "Precedence: list", and the same by its unofficial name. */
export const isBulk = (header: Evidence["header"]): boolean =>
  /^\s*(?:bulk|list|junk)\s*$/i.test(header("precedence") ?? header("x-precedence") ?? "");

/** List-Id "<support.shop.example>" is the group support@shop.example (Google Groups and others write it so). */
export function isOwnGroup(header: Evidence["header"], addresses: readonly string[]): boolean {
  const id = (header("list-id") ?? "").toLowerCase();
  return addresses.some((address) => id.includes(`<${address.replace("@", ".")}>`));
}
