import { useEffect, useState } from "react";
import type { CardOrder } from "../../customers/order-row.ts";
import { callVerb } from "../../ui/verb.ts";
import { Orders, type TicketOfOrders } from "./orders.tsx";

/** Of somebody who is no customer of the store: what was ordered with their address all the same. */
export function GuestOrders({ ticket, onDone }: { ticket: TicketOfOrders; onDone: () => void }) {
  const [orders, setOrders] = useState<CardOrder[]>([]);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let gone = false;
    void callVerb<{ orders: CardOrder[] }>("GET", `/app/tickets/${ticket.id}/orders`).then((answer) => {
      if (!gone && answer.ok) setOrders(answer.data.orders);
    });
    return () => {
      gone = true;
    };
  }, [ticket.id, round]);
  if (!orders.length && !ticket.shopifyOrderId) return null;
  const done = () => {
    setRound((before) => before + 1);
    onDone();
  };
  return <Orders orders={orders} ticket={ticket} onDone={done} />;
}
