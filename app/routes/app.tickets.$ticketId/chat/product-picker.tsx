// A product to show in the chat, found by its name.
import { Button, Spinner, Text, TextField } from "@shopify/polaris";
import { ProductIcon } from "@shopify/polaris-icons";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShownProduct } from "../../../orders/products.server.ts";
import type { Card } from "../../../tickets/chat/card.ts";
import { Popover } from "../../../ui/popover.tsx";
import { callVerb } from "../../../ui/verb.ts";
import { pickCard } from "../composer/picked-cards.ts";
import { startWriting } from "../composer/mode.ts";
import { CardWords } from "./cards.tsx";
import styles from "./cards.module.css";

type Found = ShownProduct[] | "asking" | "failed" | null;

export function ProductPicker({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const choose = (card: Card) => {
    pickCard(ticketId, card);
    setOpen(false);
    startWriting(ticketId, "reply");
  };
  return (
    <Popover
      active={open}
      onClose={() => setOpen(false)}
      autofocusTarget="first-node"
      preferredPosition="above"
      activator={
        <Button
          icon={ProductIcon}
          variant="tertiary"
          accessibilityLabel={t("chat.cards.product")}
          ariaExpanded={open}
          onClick={() => setOpen(!open)}
        />
      }
    >
      <Search ticketId={ticketId} onChoose={choose} />
    </Popover>
  );
}

function Search({ ticketId, onChoose }: { ticketId: string; onChoose: (card: Card) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const found = useProducts(ticketId, typed.trim());
  return (
    <section className={styles.picker} aria-label={t("chat.cards.product")}>
      <TextField
        label={t("chat.cards.product")}
        placeholder={t("chat.cards.search")}
        value={typed}
        onChange={setTyped}
        maxLength={100}
        autoComplete="off"
        suffix={found === "asking" ? <Spinner size="small" /> : undefined}
      />
      <div role="status">
        {found === "failed" ? <Text as="p">{t("orderActions.problem.shopify")}</Text> : null}
        {Array.isArray(found) && !found.length ? (
          <Text as="p" tone="subdued">
            {t("orderActions.nothingFound")}
          </Text>
        ) : null}
      </div>
      {Array.isArray(found) ? (
        <ul className={styles.found}>
          {found.map((product) => (
            <li key={product.id}>
              <button
                type="button"
                className={styles.choice}
                onClick={() => onChoose(cardOf(product))}
                data-testid="product-choice"
              >
                {product.image ? <img src={product.image} alt="" className={styles.picture} /> : null}
                <CardWords card={cardOf(product)} linked={false} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

const cardOf = ({ title, variant, price, currency, image, url }: ShownProduct): Card => ({
  kind: "product",
  title: title.slice(0, 200),
  ...(variant ? { variant: variant.slice(0, 200) } : {}),
  price,
  currency,
  ...(image ? { image } : {}),
  url,
});

const TYPING = 250;

function useProducts(ticketId: string, typed: string): Found {
  const [found, setFound] = useState<Found>(null);
  useEffect(() => {
    if (!typed) return setFound(null);
    let gone = false;
    setFound("asking");
    const timer = setTimeout(() => {
      const path = `/app/tickets/${ticketId}/products?q=${encodeURIComponent(typed)}`;
      void callVerb<{ found: ShownProduct[] }>("GET", path).then((result) => {
        if (!gone) setFound(result.ok ? result.data.found : "failed");
      });
    }, TYPING);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [ticketId, typed]);
  return found;
}
