// The one button, what it says will happen, who has to approve it, and what came of it.
import { Banner, BlockStack, Button, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoney } from "../../../lib/money.ts";
import type { OrderState } from "../../../orders/actions/order-view.ts";
import { useClock } from "../../../ui/clock.tsx";
import type { FormWish } from "./form-wish.ts";
import { Preview } from "./preview.tsx";
import { Result } from "./result.tsx";
import { sayProblem } from "./say-problem.ts";
import { useAct } from "./use-act.ts";
import { usePreview } from "./use-preview.ts";
import styles from "./sheet.module.css";

export function Act(props: {
  ticket: { id: string; store: { name: string } };
  state: OrderState;
  wish: FormWish;
  complete: boolean;
  again: () => void;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const { ticket, state, wish, complete } = props;
  const path = `/app/tickets/${ticket.id}/orders/${state.order.id}`;
  const seen = usePreview(path, wish, complete);
  const counted = seen && seen !== "counting" && "preview" in seen ? seen : null;
  const [approver, setApprover] = useState(state.approvers[0]?.id ?? "");
  const { act, busy, result, failure } = useAct(path, props.onDone);
  const approval = counted?.approval ?? null;
  const asked = state.approvers.find(({ id }) => id === approver);
  const stuck = !counted || counted.preview.refused || (approval !== null && !asked);
  if (result && result.state !== "failed") return <Result result={result} onClose={props.onClose} />;
  const back = counted?.preview.sums.find(({ what }) => what === "back");
  const label = approval
    ? t("orderActions.do.ask", { name: asked?.name ?? "…" })
    : sayButton(back ? formatMoney(back.money, reader.locale) : null);
  function sayButton(amount: string | null): string {
    if (wish.kind === "refund")
      return amount ? t("orderActions.do.refund", { amount }) : t("orderActions.actions.refund");
    if (wish.kind === "cancel" && amount) return t("orderActions.do.cancelRefund", { amount });
    return t(`orderActions.do.${wish.kind}`);
  }
  return (
    <>
      {seen === "counting" ? <Preview counted="counting" /> : null}
      {counted ? <Preview counted={counted.preview} /> : null}
      {seen && seen !== "counting" && "failure" in seen ? (
        <Banner tone="critical">{sayProblem(t, seen.failure, ticket.store.name)}</Banner>
      ) : null}
      {approval ? (
        <BlockStack gap="200">
          <Text as="p">
            {t("orderActions.approval", {
              limit: formatMoney({ ...approval.stake, amount: approval.limit }, reader.locale),
            })}
          </Text>
          {state.approvers.length ? (
            <Select
              label={t("orderActions.approver")}
              options={state.approvers.map(({ id, name }) => ({ value: id, label: name }))}
              value={approver}
              onChange={setApprover}
            />
          ) : (
            <Text as="p">{t("orderActions.nobody")}</Text>
          )}
        </BlockStack>
      ) : null}
      {result ? <Result result={result} onClose={props.onClose} onReload={props.again} /> : null}
      {failure ? <Banner tone="critical">{sayProblem(t, failure, ticket.store.name)}</Banner> : null}
      <div role="status">{busy ? <Text as="p">{t("orderActions.doing")}</Text> : null}</div>
      <div className={styles.foot}>
        <Button onClick={props.onClose}>{t("orderActions.close")}</Button>
        <Button
          variant="primary"
          tone={wish.kind === "cancel" ? "critical" : undefined}
          disabled={stuck}
          loading={busy}
          onClick={() =>
            counted ? void act(wish, state.order.version, approval ? approver : "") : undefined
          }
        >
          {label}
        </Button>
      </div>
    </>
  );
}
