// A little sum a page's script has to work out while a store is under attack: a thousandth of a person's time, and
// all of a flood's. The number is looked for by hashing; checking it takes one hash.

export interface Challenge {
  /** opaque: what it is for, until when, signed */
  challenge: string;
  /** how many bits of the hash must be zero */
  bits: number;
}

/** "<challenge>:<number>", as a page sends it. */
export const writeProof = (challenge: string, number: number): string => `${challenge}:${number}`;

/** Null for what is no proof at all. */
export function readProof(written: string): { challenge: string; number: number } | null {
  const found = /^([\w.-]{20,300}):(\d{1,15})$/.exec(written.trim());
  return found?.[1] ? { challenge: found[1], number: Number(found[2]) } : null;
}

/** Whether a hash begins with so many zero bits. */
export function beginsWithZeros(hash: Uint8Array, bits: number): boolean {
  const whole = bits >> 3;
  for (let index = 0; index < whole; index += 1) if (hash[index] !== 0) return false;
  return bits % 8 === 0 || (hash[whole] ?? 255) >> (8 - (bits % 8)) === 0;
}
