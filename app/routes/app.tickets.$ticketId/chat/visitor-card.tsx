// Beside the conversation: what is known of the visitor just now, which is what their browser and they themselves say.
import { BlockStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ShownCart, ShownVisitor } from "../../../tickets/chat/shown-chat.ts";
import { useClock } from "../../../ui/clock.tsx";
import { formatMoney } from "../../../lib/money.ts";
import { languageName, localTime } from "./local.ts";
import styles from "./chat.module.css";

export function VisitorCard({ visitor }: { visitor: ShownVisitor }) {
  const { t } = useTranslation();
  const { now, reader } = useClock();
  const { page, cart, timeZone, locale } = visitor;
  const time = timeZone ? localTime(now, timeZone, reader.locale) : null;
  const language = locale ? languageName(locale, reader.locale) : null;
  return (
    <section aria-label={t("chat.card.heading")} data-testid="visitor-card">
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          {t("chat.card.heading")}
        </Text>
        {visitor.email && !visitor.proven ? (
          <Text as="p" breakWord>
            {t("chat.card.claims", { name: visitor.name ?? t("chat.visitor"), email: visitor.email })}
          </Text>
        ) : null}
        {page ? (
          <Text as="p" breakWord>
            {t(visitor.goneAt ? "chat.card.wasOn" : "chat.now.on")}{" "}
            {page.url ? (
              <a href={page.url} target="_blank" rel="noreferrer">
                {page.title}
              </a>
            ) : (
              page.title
            )}
          </Text>
        ) : null}
        {time || language ? (
          <Text as="p" tone="subdued">
            <span suppressHydrationWarning>
              {[time ? t("chat.card.time", { time }) : null, language].filter(Boolean).join(" · ")}
            </span>
          </Text>
        ) : null}
        {cart ? <Cart cart={cart} /> : null}
      </BlockStack>
    </section>
  );
}

function Cart({ cart }: { cart: ShownCart }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const money = (cents: number) =>
    formatMoney({ amount: (cents / 100).toFixed(2), currencyCode: cart.currency }, reader.locale);
  return (
    <div className={styles.cart} data-testid="visitor-cart">
      <Text as="p" fontWeight="medium">
        {t("chat.card.cart", { total: money(cart.total) })}
      </Text>
      <ul>
        {cart.items.map(({ title, quantity, price }, index) => (
          <li key={index}>
            <span>
              {quantity} × {title}
            </span>
            <span>{money(price * quantity)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
