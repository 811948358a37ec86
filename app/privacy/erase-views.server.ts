// A colleague may have kept "everything from ebba@…" as a view: the view stays, what it says of the person goes.
import type { Tx } from "../db.server.ts";
import { readFilter, writeFilter } from "../tickets/filter.ts";
import type { Person, StoreOfDuty } from "./person.server.ts";

/** Takes a person's address and customer out of what personal views ask for. */
export async function eraseFromViews(tx: Tx, { workspaceId }: StoreOfDuty, person: Person): Promise<void> {
  const views = await tx.savedView.findMany({ where: { workspaceId }, select: { id: true, query: true } });
  for (const { id, query } of views) {
    const filter = readFilter(new URLSearchParams(query));
    const search = filter.search.toLowerCase();
    const named = person.emails.some((email) => search.includes(email));
    const theirs = filter.customer !== null && person.customerIds.includes(filter.customer);
    if (!named && !theirs) continue;
    const left = {
      ...filter,
      search: named ? "" : filter.search,
      customer: theirs ? null : filter.customer,
    };
    const data = { query: writeFilter(left).toString() };
    await tx.savedView.updateMany({ where: { workspaceId, id }, data });
  }
}
