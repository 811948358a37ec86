import { SkeletonBodyText } from "@shopify/polaris";
import type { CustomerCard } from "../../customers/profile.ts";
import { GuestOrders } from "./guest-orders.tsx";
import { Orders, type TicketOfOrders } from "./orders.tsx";

/** The latest orders: Shopify's, else the mirror's, else as much room as saying that there are none needs: the mirror would know of any. */
export function CardOrders({
  card,
  ticket,
  onDone,
}: {
  card: CustomerCard;
  ticket: TicketOfOrders;
  onDone: () => void;
}) {
  if (card.state === "found") return <Orders orders={card.customer.orders} ticket={ticket} onDone={onDone} />;
  if (card.state === "none") return <GuestOrders key={ticket.id} ticket={ticket} onDone={onDone} />;
  if (card.state !== "unread") return null;
  if (card.orders.length || card.problem)
    return <Orders orders={card.orders} ticket={ticket} onDone={onDone} />;
  return <SkeletonBodyText lines={2} />;
}
