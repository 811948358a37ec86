// Which loaders a refresh means. Remix asks each route whether it is concerned; this is what they answer.
import type { ShouldRevalidateFunction } from "@remix-run/react";
import type { Asked, Scope } from "./turn.ts";

let meant: readonly Asked[] = ["all"];

/** Says what the refresh that begins now is about. */
export function means(asked: readonly Asked[]): void {
  meant = asked;
}

/** A route's shouldRevalidate: while the page stays where it is, only refreshes about `scope` (or everything) ask it. */
export const asksFor =
  (scope: Scope): ShouldRevalidateFunction =>
  ({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }) =>
    !formMethod && currentUrl.href === nextUrl.href
      ? meant.includes(scope) || meant.includes("all")
      : defaultShouldRevalidate;
