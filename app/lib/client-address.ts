// Whose request it is, by the proxies we trust. Pure.

/**
 * The address `trusted` steps back in X-Forwarded-For: what stands before it, anybody can write. Null when it is not said.
 */
export function clientAddress(headers: Headers, trusted: number): string | null {
  const steps = (headers.get("X-Forwarded-For") ?? "").split(",").map((step) => step.trim());
  const address = trusted > 0 ? steps.at(-trusted) : undefined;
  return address && /^[0-9a-fA-F.:]{2,45}$/.test(address) ? address.toLowerCase() : null;
}
