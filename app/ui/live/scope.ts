// Which loaders a refresh means. Remix asks each route whether it is concerned; this is what they answer.
import type { ShouldRevalidateFunction } from "@remix-run/react";
import type { Asked, Scope } from "./turn.ts";

let meant: readonly Asked[] = ["all"];

/** Says what the refresh that begins now is about. */
export function means(asked: readonly Asked[]): void {
  meant = asked;
}

/**
 * A route's shouldRevalidate. While the page stays where it is, only refreshes about `scope` (or everything) ask it;
 * when it goes elsewhere, the route is asked again if what it shows, as `shown` reads it from the address, is another.
 */
export const asksFor =
  (scope: Scope, shown: (address: URL) => string): ShouldRevalidateFunction =>
  ({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }) => {
    if (formMethod) return defaultShouldRevalidate;
    if (currentUrl.href === nextUrl.href) return meant.includes(scope) || meant.includes("all");
    return shown(currentUrl) !== shown(nextUrl);
  };
