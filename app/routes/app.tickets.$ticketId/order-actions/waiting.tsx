// Order actions of this ticket that wait for a colleague, or whose end nobody has seen yet.
import { Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoney } from "../../../lib/money.ts";
import { useClock } from "../../../ui/clock.tsx";
import { useLive } from "../../../ui/live/live.tsx";
import { callVerb } from "../../../ui/verb.ts";
import { sayProblem } from "./say-problem.ts";
import { useWaiting, type OpenIntent } from "./use-waiting.ts";
import styles from "./sheet.module.css";

export function WaitingActions({
  ticket,
  heard,
}: {
  ticket: { id: string; store: { name: string } };
  /** another one whenever something was done to an order; null: nothing ever was */
  heard: string | null;
}) {
  const { t } = useTranslation();
  const { intents, mayDecide, again } = useWaiting(ticket.id, heard);
  if (!intents.length) return null;
  return (
    <section aria-label={t("orderActions.waiting.title")} data-testid="order-actions-waiting">
      <ul className={styles.waiting}>
        {intents.map((intent) => (
          <Waiting key={intent.id} ticket={ticket} intent={intent} mayDecide={mayDecide} again={again} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({
  ticket,
  intent,
  mayDecide,
  again,
}: {
  ticket: { id: string; store: { name: string } };
  intent: OpenIntent;
  mayDecide: boolean;
  again: () => void;
}) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const { refresh } = useLive();
  const [busy, setBusy] = useState<"POST" | "DELETE" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const words = { what: t(`orderActions.actions.${intent.kind}`), order: intent.orderName };
  const decide = async (method: "POST" | "DELETE") => {
    setBusy(method);
    const result = await callVerb(method, `/app/tickets/${ticket.id}/order-actions/${intent.id}`);
    setBusy(null);
    setProblem(result.ok ? null : sayProblem(t, result, ticket.store.name));
    refresh();
    again();
  };
  if (intent.state !== "waiting")
    return (
      <li>
        <Text as="p">
          {intent.state === "unknown"
            ? t("orderActions.waiting.unknown", words)
            : t("orderActions.waiting.running", words)}
        </Text>
      </li>
    );
  return (
    <li>
      <Text as="p">
        {t("orderActions.waiting.asked", { ...words, name: intent.askedBy })}
        {intent.stake ? ` · ${formatMoney(intent.stake, reader.locale)}` : null}
      </Text>
      <Text as="p" tone="subdued">
        {t("orderActions.waiting.for", { name: intent.approver ?? "" })}
      </Text>
      <InlineStack gap="200">
        {mayDecide && !intent.mine ? (
          <Button variant="primary" loading={busy === "POST"} onClick={() => void decide("POST")}>
            {t("orderActions.waiting.approve")}
          </Button>
        ) : null}
        {mayDecide || intent.mine ? (
          <Button loading={busy === "DELETE"} onClick={() => void decide("DELETE")}>
            {intent.mine ? t("orderActions.waiting.takeBack") : t("orderActions.waiting.decline")}
          </Button>
        ) : null}
      </InlineStack>
      <div role="alert">{problem ? <Text as="p">{problem}</Text> : null}</div>
    </li>
  );
}
