/** JSON laid out over lines for a person to read; anything else as it came. */
export function readable(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2).replaceAll("\\r\\n", "\n").replaceAll("\\n", "\n");
  } catch {
    return raw;
  }
}
