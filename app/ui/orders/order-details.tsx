// What is inside an opened order: Shopify's answer, or one clear line and what we know meanwhile.
import { BlockStack, Button, SkeletonBodyText, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { CardOrder } from "../../customers/order-row.ts";
import { Ago } from "../moment.tsx";
import { numberOf, type OrderDoor } from "./doors.ts";
import { FoundOrder } from "./found-order.tsx";
import { Known } from "./known.tsx";
import { useOpened, type Opened } from "./opened.ts";
import styles from "./orders.module.css";

export function OrderDetails({ order, door }: { order: CardOrder; door: OrderDoor }) {
  const orderId = numberOf(order.id);
  const opened = useOpened(door.order(orderId), orderId, order.version);
  const failed = opened.problem !== null;
  const { askAgain } = opened;
  // A list that was read anew says that Shopify answers again.
  useEffect(() => {
    if (failed) askAgain();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- failing itself is no reason to ask again
  }, [order, askAgain]);
  return <OpenedDetails opened={opened} adminUrl={order.adminUrl} door={door} />;
}

/** The same, asked for already. */
export function OpenedDetails({
  opened,
  adminUrl,
  door,
}: {
  opened: Opened;
  adminUrl: string | null;
  door: OrderDoor;
}) {
  const { t } = useTranslation();
  const { answer, asking, problem, askAgain } = opened;
  return (
    <div className={styles.inside} data-testid="order-details" data-state={answer?.state ?? "loading"}>
      <BlockStack gap="300">
        {answer === null ? (
          <div role="status" aria-label={t("orders.loading")}>
            <SkeletonBodyText lines={8} />
          </div>
        ) : answer.state === "found" ? (
          <>
            {problem ? (
              <Text as="p" tone="caution">
                {t(`orders.problem.${problem}`)} {t("orders.asOf")} <Ago at={answer.readAt} />
              </Text>
            ) : null}
            <FoundOrder {...answer} door={door} />
          </>
        ) : answer.state === "gone" ? (
          <Text as="p" tone="subdued">
            {t("orders.gone")}
          </Text>
        ) : (
          <>
            <Text
              as="p"
              tone={answer.state === "problem" && answer.problem === "refused" ? "caution" : "subdued"}
            >
              {answer.state === "too-old" ? t("orders.tooOld") : t(`orders.problem.${answer.problem}`)}
            </Text>
            {answer.known ? <Known known={answer.known} /> : null}
            <div>
              <Button size="slim" onClick={askAgain} loading={asking}>
                {t("card.retry")}
              </Button>
            </div>
          </>
        )}
        {adminUrl && answer ? (
          <a href={adminUrl} target="_top" className={styles.link}>
            {t("orders.open")}
          </a>
        ) : null}
      </BlockStack>
    </div>
  );
}
