// Scopes: what the schema's notes ask for, and whether an app that was granted some scopes may pass.

export interface Access {
  /** Shopify's own sentence, repeated in its refusal */
  text: string;
  scopes: string[];
  /** every scope is needed, instead of any one of them */
  all: boolean;
}

/** Reads a note such as "`read_orders` access scope or `read_marketplace_orders` access scope. Also: …". */
export function parseAccess(text: string): Access {
  const [conditions = ""] = text.split("Also:");
  return {
    text: text.trim(),
    scopes: [...conditions.matchAll(/`((?:read|write)_\w+)`/g)].flatMap((match) => match[1] ?? []),
    all: /\bas well as\b|\band\b/.test(conditions),
  };
}

/** Whether an app with these scopes may pass. Writing includes reading; a note without scopes asks for nothing. */
export function mayAccess(granted: ReadonlySet<string>, access: Access): boolean {
  if (access.scopes.length === 0) return true;
  return access.all
    ? access.scopes.every((scope) => hasScope(granted, scope))
    : access.scopes.some((scope) => hasScope(granted, scope));
}

/** Whether `scope` is granted, be it as the write scope of the same thing. */
export const hasScope = (granted: ReadonlySet<string>, scope: string): boolean =>
  granted.has(scope) || (scope.startsWith("read_") && granted.has(scope.replace("read_", "write_")));

/** "read_orders,write_customers" as a set. */
export const scopeSet = (scopes: string): Set<string> =>
  new Set(
    scopes
      .split(",")
      .map((scope) => scope.trim())
      .filter(Boolean),
  );
