// Postmark's id of a mail, found without parsing a body of up to a hundred megabytes. Pure.

const NAME = '"MessageID"';
const KEY = /^"MessageID"\s*:\s*"([\x20\x21\x23-\x5b\x5d-\x7e]{1,200})"/;

/** Longer than the key, its spaces and its value. */
const REACH = 400;

/** The id in a whole body; null when there is none. */
export const idIn = (body: Buffer): string | null => find(body);

/** Looks through a body that comes in pieces: the id may stand across two of them. */
export function idFinder(): { look(piece: Buffer): void; found(): string | null } {
  let id: string | null = null;
  let end = Buffer.alloc(0);
  return {
    look(piece) {
      if (id !== null) return;
      const seen = Buffer.concat([end, piece]);
      id = find(seen);
      end = Buffer.from(seen.subarray(-REACH));
    },
    found: () => id,
  };
}

/** Inside a JSON string the quotes of the pattern would be escaped, so it matches only a key. */
function find(body: Buffer): string | null {
  for (let at = body.indexOf(NAME); at >= 0; at = body.indexOf(NAME, at + 1)) {
    const [, id] = KEY.exec(body.subarray(at, at + REACH).toString("utf8")) ?? [];
    if (id) return id;
  }
  return null;
}
