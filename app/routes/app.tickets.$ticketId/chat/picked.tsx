import { Button } from "@shopify/polaris";
import { XSmallIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { useStore } from "../../../ui/store.ts";
import { cardsOf, dropCard, NO_CARDS } from "../composer/picked-cards.ts";
import { CardWords } from "./cards.tsx";
import styles from "./cards.module.css";

/** The cards that go with the next message. */
export function Picked({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const cards = useStore(cardsOf(ticketId), NO_CARDS);
  if (!cards.length) return null;
  return (
    <ul className={styles.picked} aria-label={t("chat.cards.picked")} data-testid="picked-cards">
      {cards.map((card, index) => (
        <li key={index} className={styles.card}>
          {card.kind === "product" && card.image ? (
            <img src={card.image} alt="" className={styles.picture} />
          ) : null}
          <CardWords card={card} linked={false} />
          <Button
            icon={XSmallIcon}
            variant="tertiary"
            accessibilityLabel={t("chat.cards.drop", {
              name: card.kind === "product" ? card.title : card.name,
            })}
            onClick={() => dropCard(ticketId, card)}
          />
        </li>
      ))}
    </ul>
  );
}
