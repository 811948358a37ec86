import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * 130 random bits in 26 lower-case letters and digits: fits behind the inbound hash in the 64 characters of
 * a mail address's local part (RFC 5321 §4.5.3.1.1) and survives mail systems that change case.
 */
export function newToken(): string {
  return Array.from(randomBytes(26), (byte) => ALPHABET[byte & 31]).join("");
}
