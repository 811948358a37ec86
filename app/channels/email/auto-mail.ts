// Was this mail written by a machine? RFC 3834 §5 and the headers autoresponders set in practice. Pure.

/** `header` looks a header up by its lower-case name. */
export function isAutomatic(header: (name: string) => string | null): boolean {
  const submitted = header("auto-submitted");
  if (submitted && !/^\s*no\b/i.test(submitted)) return true;
  if (/^\s*(?:bulk|list|junk|auto_reply)\s*$/i.test(header("precedence") ?? "")) return true;
  if (/^\s*<\s*>\s*$/.test(header("return-path") ?? "")) return true;
  if (/multipart\/report/i.test(header("content-type") ?? "")) return true;
  return ["list-id", "x-autoreply", "x-autorespond", "x-auto-reply"].some((name) => header(name) !== null);
}
