// Which scopes an installation was granted, out of Shopify's answer. Pure.
import { z } from "zod";

const answer = z.object({
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
});

export function scopesIn(data: unknown): string[] {
  const read = answer.safeParse(data);
  return read.success ? read.data.currentAppInstallation.accessScopes.map(({ handle }) => handle) : [];
}

export const hasScope = (scopes: string[], scope: string): boolean => scopes.includes(scope);
