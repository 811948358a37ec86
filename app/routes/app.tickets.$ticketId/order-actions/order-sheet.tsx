// One thing done to one order: what is possible now, the change, Shopify's count of it, one button.
import { Banner, BlockStack, Button, SkeletonBodyText } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActionKind } from "../../../orders/actions/kinds.ts";
import type { OrderState } from "../../../orders/actions/order-view.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { useNarrow } from "../../../ui/use-narrow.ts";
import { Act } from "./act.tsx";
import { CannotNow } from "./cannot-now.tsx";
import { firstWish, isComplete, type FormWish } from "./form-wish.ts";
import { MismatchGuard } from "./mismatch-guard.tsx";
import { sayProblem } from "./say-problem.ts";
import { useOrderState } from "./use-order-state.ts";
import { WishForm } from "./wish-form.tsx";
import styles from "./sheet.module.css";

interface Sheet {
  kind: ActionKind;
  ticket: { id: string; store: { name: string } };
  orderId: string;
  orderName: string;
  onDone: () => void;
  onClose: () => void;
}

export function OrderSheet(props: Sheet) {
  const { t } = useTranslation();
  const { kind, ticket, orderId, orderName, onClose } = props;
  const { answer, again } = useOrderState(ticket.id, orderId);
  // What was chosen and typed outlives a look at the order as it is now.
  const [wish, setWish] = useState<FormWish | null>(null);
  const narrow = useNarrow();
  return (
    <Dialog title={t(`orderActions.title.${kind}`, { order: orderName })} onClose={onClose} sheet={narrow}>
      <div className={styles.sheet} data-testid="order-sheet">
        {answer === null ? (
          <div role="status" aria-label={t("orderActions.loading")}>
            <SkeletonBodyText lines={6} />
          </div>
        ) : "failure" in answer ? (
          <BlockStack gap="300" inlineAlign="start">
            <Banner tone="critical">{sayProblem(t, answer.failure, ticket.store.name)}</Banner>
            <Button onClick={again}>{t("orderActions.retry")}</Button>
          </BlockStack>
        ) : (
          <Body
            {...props}
            state={answer.state}
            wish={wish ?? firstWish(kind, answer.state.order)}
            onWish={setWish}
            again={again}
          />
        )}
      </div>
    </Dialog>
  );
}

function Body(
  props: Sheet & { state: OrderState; wish: FormWish; onWish: (wish: FormWish) => void; again: () => void },
) {
  const { t } = useTranslation();
  const { kind, ticket, state, wish, onWish, again } = props;
  const why = state.can[kind];
  if (why) return <CannotNow why={why} whoCan={state.whoCan} storeName={ticket.store.name} />;
  if (state.mismatch) return <MismatchGuard ticketId={ticket.id} onConfirmed={again} />;
  return (
    <BlockStack gap="400">
      {state.order.onHold ? <Banner tone="warning">{t("orderActions.onHold")}</Banner> : null}
      {state.order.cut ? <Banner tone="info">{t("orderActions.cut")}</Banner> : null}
      <WishForm ticketId={ticket.id} order={state.order} wish={wish} onWish={onWish} />
      <Act
        ticket={ticket}
        state={state}
        wish={wish}
        complete={isComplete(wish)}
        again={again}
        onDone={props.onDone}
        onClose={props.onClose}
      />
    </BlockStack>
  );
}
