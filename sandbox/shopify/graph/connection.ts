// Lists in pages, the way every Shopify connection works.

import { GraphQLError } from "graphql";
import type { View } from "./view.ts";

export interface PageArgs {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
}

const LARGEST_PAGE = 250;

/** One page of `items` (already in order) as nodes, edges and pageInfo. Cursors stay good while items come and go. */
export function connection<Item extends { id: string }>(
  items: readonly Item[],
  args: PageArgs,
  view: (item: Item) => View,
): View {
  const size = args.first ?? args.last;
  if (size === undefined || size === null) throw badRequest("you must provide one of first or last");
  if (size < 0 || size > LARGEST_PAGE)
    throw badRequest(`first and last must be between 0 and ${LARGEST_PAGE}`);

  const ordered = args.reverse ? items.toReversed() : items;
  const from = args.after ? position(ordered, args.after) + 1 : 0;
  const to = args.before ? position(ordered, args.before) : ordered.length;
  const window = ordered.slice(from, to);
  const page =
    typeof args.first === "number" ? window.slice(0, size) : window.slice(Math.max(0, window.length - size));

  const start = page[0] ? ordered.indexOf(page[0]) : from;
  const edges = page.map((item) => ({ cursor: cursorOf(item), node: view(item) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: start + page.length < ordered.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const cursorOf = (item: { id: string }) =>
  Buffer.from(JSON.stringify({ last_id: item.id })).toString("base64");

function position(items: readonly { id: string }[], cursor: string): number {
  const index = items.findIndex((item) => cursorOf(item) === cursor);
  if (index < 0) throw badRequest("Invalid cursor for current pagination sort.");
  return index;
}

const badRequest = (message: string) => new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
