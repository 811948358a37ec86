// Whose is a piece of raw input nobody could or would turn into a message? Pure.

/** Whether raw input (Postmark's JSON, whole or broken, or a form post) came from, or reports on, this address. */
export function isAbout(raw: string, address: string): boolean {
  return named(raw).some((written) => addressIn(written) === address);
}

function named(raw: string): string[] {
  const body = parsed(raw);
  if (body) {
    const full = body.FromFull as { Email?: unknown } | null | undefined;
    return [full?.Email, body.From, body.Email, body.Recipient, body.email].filter(
      (value) => typeof value === "string",
    );
  }
  if (raw.trimStart().startsWith("{")) {
    return [...raw.matchAll(/"(?:From|Recipient|email)"\s*:\s*"((?:[^"\\]|\\.)*)/g)].map(([, value = ""]) =>
      value.replace(/\\(.)/g, "$1"),
    );
  }
  const part = /name="email"\r?\n(?:[\w-]+:[^\r\n]*\r?\n)*\r?\n([^\r\n]*)/.exec(raw);
  return part?.[1] ? [part[1]] : new URLSearchParams(raw).getAll("email");
}

function parsed(raw: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(raw);
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const addressIn = (written: string): string =>
  (/<([^<>]*)>\s*$/.exec(written)?.[1] ?? written).normalize("NFC").trim().toLowerCase();
