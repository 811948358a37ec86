import { BlockStack, Button, InlineStack, SkeletonBodyText, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrderWish } from "../../orders/shown/search.ts";
import { customerDoor } from "../../ui/orders/doors.ts";
import { OrderItem } from "../../ui/orders/order-item.tsx";
import orders from "../../ui/orders/orders.module.css";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { ListNotes } from "./list-notes.tsx";
import { OrderSearch } from "./order-search.tsx";
import { useOrders } from "./use-orders.ts";

/** All of a customer's orders in one store, newest first, searched. */
export function OrderList({ customerId, storeId }: { customerId: string; storeId: string | null }) {
  const { t } = useTranslation();
  const [wish, setWish] = useState<OrderWish>(ALL);
  const { listed, busy, failure, showMore, again } = useOrders(customerId, storeId, wish);
  const [cleared, setCleared] = useState(0);
  const clear = () => {
    setWish(ALL);
    setCleared((before) => before + 1);
  };
  const searched = wish.words.trim() !== "" || wish.status !== null;
  return (
    <BlockStack gap="300">
      <OrderSearch key={cleared} wish={wish} onWish={setWish} />
      {listed === null && busy ? (
        <div role="status" aria-label={t("orders.listing")}>
          <SkeletonBodyText lines={9} />
        </div>
      ) : null}
      <Refusal failure={failure} />
      {listed ? (
        <>
          <ul className={orders.orders} aria-busy={busy}>
            {listed.orders.map((order) => (
              <OrderItem key={order.id} order={order} door={customerDoor(customerId, listed.store.id)} />
            ))}
          </ul>
          <ListNotes listed={listed} searched={searched} />
        </>
      ) : null}
      <InlineStack gap="200">
        {listed?.next ? (
          <Button onClick={showMore} loading={busy}>
            {t("orders.more")}
          </Button>
        ) : null}
        {failure || listed?.problem ? (
          <Button onClick={again} loading={busy}>
            {t("card.retry")}
          </Button>
        ) : null}
        {searched && listed?.orders.length === 0 && !busy ? (
          <Button onClick={clear}>{t("orders.clear")}</Button>
        ) : null}
      </InlineStack>
      <Text as="p" visuallyHidden>
        <span role="status">
          {listed && !busy && searched ? t("orders.found", { count: listed.orders.length }) : ""}
        </span>
      </Text>
    </BlockStack>
  );
}

const ALL: OrderWish = { words: "", status: null };
