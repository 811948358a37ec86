// An order in a list: a row that opens in place.
import { Icon } from "@shopify/polaris";
import { ChevronDownIcon, ChevronRightIcon } from "@shopify/polaris-icons";
import { useId, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CardOrder } from "../../customers/order-row.ts";
import { formatMoney } from "../../lib/money.ts";
import { useClock } from "../clock.tsx";
import { Age } from "../moment.tsx";
import { numberOf, type OrderDoor } from "./doors.ts";
import { fetchOrder } from "./opened.ts";
import { OrderBadges } from "./order-badges.tsx";
import { OrderDetails } from "./order-details.tsx";
import styles from "./orders.module.css";

/** A pointer on its way to somewhere else stays for less. */
const MEANT_AFTER = 80;

export function OrderItem({
  order,
  door,
  menu,
  about = false,
}: {
  order: CardOrder;
  door: OrderDoor;
  /** what can be done to it */
  menu?: ReactNode;
  /** it is what the conversation is about: opened from the start */
  about?: boolean;
}) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const [open, setOpen] = useState(about);
  const id = useId();
  const ahead = useAhead(door.order(numberOf(order.id)));
  return (
    <li className={styles.order} data-testid="order" data-about={about || undefined}>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          {...ahead}
        >
          <span className={styles.chevron}>
            <Icon source={open ? ChevronDownIcon : ChevronRightIcon} tone="subdued" />
          </span>
          <span className={styles.what}>
            <span className={styles.top}>
              <span className={styles.name} data-testid="order-name">
                {order.name}
              </span>
              <span className={styles.total}>{formatMoney(order.total, reader.locale)}</span>
            </span>
            <OrderBadges order={order} />
            <span className={styles.small}>
              {about ? <>{t("orders.about")} · </> : null}
              <Age at={order.createdAt} /> · {t("card.items", { count: order.items })}
            </span>
          </span>
        </button>
        {menu}
      </div>
      <div id={id} hidden={!open} className={styles.details}>
        {open ? <OrderDetails order={order} door={door} /> : null}
      </div>
    </li>
  );
}

/** The order is fetched while the pointer or the focus rests on its row. */
function useAhead(path: string) {
  return useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => fetchOrder(path), MEANT_AFTER);
    };
    const lookAway = () => clearTimeout(timer);
    return { onPointerEnter: look, onFocus: look, onPointerLeave: lookAway, onBlur: lookAway };
  }, [path]);
}
