// Several pages of a list in one answer: what "Show more" has opened is refreshed as a whole.
import { listTickets, type TicketList } from "../../tickets/list.server.ts";
import type { TicketFilter } from "../../tickets/filter.ts";
import type { Asker } from "../../tickets/matching.server.ts";

const MOST = 20;

/** How many pages a request asks for: 1 to 20. */
export const pagesOf = (asked: string | null): number =>
  Math.min(MOST, Math.max(1, Math.trunc(Number(asked)) || 1));

/** The pages that follow a cursor (null: from the top), joined into one. */
export async function listPages(
  workspace: { id: string; ticketPrefix: string },
  asker: Asker,
  { filter, after, pages }: { filter: TicketFilter; after: string | null; pages: number },
): Promise<TicketList> {
  const joined: TicketList = { rows: [], next: after };
  for (let page = 0; page < pages && (page === 0 || joined.next); page++) {
    const { rows, next } = await listTickets(workspace, asker, filter, joined.next);
    joined.rows.push(...rows);
    joined.next = next;
  }
  return joined;
}
