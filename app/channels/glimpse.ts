// Who a raw input is from, when that can be made out at all: from its first bytes, which need not be whole. Pure.

/** Sender and subject as far as they stand at the beginning of a JSON body. */
export const glimpse = (beginning: string): { from: string | null; subject: string | null } => ({
  from: valueOf(beginning, "From") ?? valueOf(beginning, "email"),
  subject: valueOf(beginning, "Subject") ?? valueOf(beginning, "topic"),
});

const LONGEST = 200;

function valueOf(json: string, key: string): string | null {
  const written = new RegExp(`"${key}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*")`).exec(json)?.[1];
  try {
    const value: unknown = JSON.parse(written ?? "null");
    return typeof value === "string" && value ? value.slice(0, LONGEST) : null;
  } catch {
    return null;
  }
}
