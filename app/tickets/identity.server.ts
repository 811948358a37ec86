// An agent vouches for a person whose words and Shopify's did not agree.
import { db } from "../db.server.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { changeIn } from "./change.server.ts";
import type { TicketRef } from "./ticket.ts";

/** A mismatch becomes a claim an agent looked at; who did is logged. Anything else stays as it is. Throws not-found. */
export const confirmMismatch = (ticket: TicketRef, { by }: { by: Actor }): Promise<void> =>
  db.$transaction(async (tx) => {
    if (await changeIn(tx, ticket, { identity: "mismatch" }, { identity: "claimed" }))
      await recordTicketEvent(tx, ticket, { type: "identity-confirmed", by });
  });
