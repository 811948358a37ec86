// The order a ticket is about, when it is none of the latest: it comes by itself, opened.
import type { ReactNode } from "react";
import type { CardOrder } from "../../customers/order-row.ts";
import { numberOf, type OrderDoor } from "../../ui/orders/doors.ts";
import { useOpened, type Answer } from "../../ui/orders/opened.ts";
import { OpenedDetails } from "../../ui/orders/order-details.tsx";
import { OrderItem } from "../../ui/orders/order-item.tsx";
import styles from "../../ui/orders/orders.module.css";

export function NamedOrder({
  gid,
  name,
  door,
  menuOf,
}: {
  gid: string;
  name: string | null;
  door: OrderDoor;
  menuOf: (order: CardOrder) => ReactNode;
}) {
  const orderId = numberOf(gid);
  const opened = useOpened(door.order(orderId), orderId, null);
  const row = rowOf(opened.answer);
  if (row) return <OrderItem order={row} door={door} menu={menuOf(row)} about />;
  return (
    <li className={styles.order} data-testid="order" data-about>
      <span className={styles.name}>{name}</span>
      <OpenedDetails opened={opened} adminUrl={null} door={door} />
    </li>
  );
}

function rowOf(answer: Answer | null): CardOrder | null {
  if (!answer || answer.state === "gone") return null;
  if (answer.state === "found") return answer.order.row;
  return answer.known?.row ?? null;
}
