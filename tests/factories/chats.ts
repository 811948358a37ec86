// Chats as rows, and a shop with office hours; plain writes, no domain code.
import type { Chat, Prisma, Ticket } from "@prisma/client";
import { db } from "../../app/db.server.ts";
import { now } from "../../app/lib/clock.ts";
import { newId } from "../../app/lib/id.ts";
import type { Interval, SpecialDay } from "../../app/settings/hours.ts";
import { makeStore, makeTicket, makeWorkspace } from "../factories.ts";

type Store = Parameters<typeof makeTicket>[0];

/** A chat of a visitor of its own, with its ticket; waiting unless said otherwise. */
export async function makeChat(
  store: Store,
  given: Partial<Omit<Prisma.ChatUncheckedCreateInput, "workspaceId" | "storeId">> = {},
  about: { ticket?: Parameters<typeof makeTicket>[1]; visitor?: { locale?: string; timeZone?: string } } = {},
): Promise<{ chat: Chat; ticket: Ticket }> {
  const { workspaceId } = store;
  const startedAt = (given.startedAt as Date | undefined) ?? now();
  const ticket = await makeTicket(store, { channel: "chat", lastMessageAt: startedAt, ...about.ticket });
  const visitorId = newId();
  await db.visitor.create({
    data: { workspaceId, id: visitorId, storeId: store.id, lastSeenAt: startedAt, ...about.visitor },
  });
  const chat = await db.chat.create({
    data: {
      workspaceId,
      ticketId: ticket.id,
      storeId: store.id,
      visitorId,
      startedAt,
      lastVisitorAt: startedAt,
      ...given,
    },
  });
  return { chat, ticket };
}

const NINE_TO_FIVE: Interval[] = [{ from: "09:00", to: "17:00" }];
export const OFFICE_WEEK = {
  mon: NINE_TO_FIVE,
  tue: NINE_TO_FIVE,
  wed: NINE_TO_FIVE,
  thu: NINE_TO_FIVE,
  fri: NINE_TO_FIVE,
  sat: [] as Interval[],
  sun: [] as Interval[],
};

/** A shop in Stockholm, open on weekdays from nine to five unless said otherwise; `week: null` never closes. */
export async function makeOfficeShop({
  week = OFFICE_WEEK as Partial<typeof OFFICE_WEEK> | null,
  days = [] as SpecialDay[],
} = {}) {
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace, { timeZone: "Europe/Stockholm" });
  const value = { timeZone: null, week: week && { ...OFFICE_WEEK, ...week }, days };
  await db.setting.create({
    data: {
      workspaceId: workspace.id,
      scope: store.id,
      name: "hours",
      value: value as unknown as Prisma.InputJsonValue,
    },
  });
  return { workspace, store };
}
