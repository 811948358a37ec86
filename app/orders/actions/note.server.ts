// What was done stands on the order too, where people who never open this app look.
import type { OrderIntent } from "@prisma/client";
import { db } from "../../db.server.ts";
import { languageOf } from "../../i18n/language.ts";
import { makeTranslator } from "../../i18n/translator.ts";
import { log } from "../../lib/log.server.ts";
import type { Acting } from "./acting.server.ts";
import type { ActionKind } from "./kinds.ts";
import { ORDER_NOTE } from "./order.graphql.ts";
import { orderGid, readOrder } from "./read-order.server.ts";

type Ask = <T>(operation: string, variables: Record<string, unknown>) => Promise<T>;

/** Shopify's own limit is 5,000: what was written there before is never cut. */
const LONGEST = 4_800;

/** Adds a line to the order's note. The action is done already: when this fails, it stays so. */
export async function noteOnOrder(ask: Ask, intent: OrderIntent, acting?: Acting): Promise<void> {
  try {
    const order = await readOrder(ask, intent.orderId);
    if (!order) return;
    const line = await wordsOf(intent, acting);
    const note = [order.note, line].filter(Boolean).join("\n");
    if (note.length > LONGEST) return;
    await ask(ORDER_NOTE, { input: { id: orderGid(intent.orderId), note } });
  } catch (error) {
    log.warn({ intent: intent.id, err: String(error) }, "the order's note could not be written");
  }
}

async function wordsOf(intent: OrderIntent, acting: Acting | undefined): Promise<string> {
  const { workspaceId } = intent;
  const [ticket, agent, workspace, store] = await Promise.all([
    db.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id: intent.ticketId } },
      select: { number: true },
    }),
    db.agent.findUnique({
      where: { workspaceId_id: { workspaceId, id: intent.askedById } },
      select: { name: true },
    }),
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }),
    db.store.findUnique({ where: { workspaceId_id: { workspaceId, id: intent.storeId } } }),
  ]);
  const { t } = makeTranslator(languageOf(store?.locale ?? "en"));
  return t(`orderActions.orderNote.${intent.kind as ActionKind}`, {
    name: agent?.name ?? acting?.agent.name ?? "",
    ticket: `${workspace.ticketPrefix}${ticket?.number ?? ""}`,
  });
}
