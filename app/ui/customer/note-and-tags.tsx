import { BlockStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CustomerCard } from "../../customers/profile.ts";
import { Note } from "./note.tsx";
import type { Place } from "./place.ts";
import { Tags } from "./tags.tsx";
import styles from "./customer.module.css";

/** What the store's staff keep of the customer; its place is kept until that is known. */
export function NoteAndTags({ card, place }: { card: CustomerCard; place: Place }) {
  const { t } = useTranslation();
  const customer = card.state === "found" ? card.customer : null;
  if (card.state === "nobody") return null;
  return (
    <section aria-label={t("customer.noteAndTags")} className={styles.kept} data-testid="note-and-tags">
      <BlockStack gap="300">
        <Text as="h3" variant="headingSm">
          {t("customer.noteAndTags")}
        </Text>
        {customer ? (
          <>
            <Note key={`note ${place.store.id} ${place.customerId}`} place={place} note={customer.note} />
            <Tags key={`tags ${place.store.id} ${place.customerId}`} place={place} tags={customer.tags} />
          </>
        ) : card.state === "none" ? (
          <Text as="p" tone="subdued">
            {t("customer.nobodyToNote", { store: place.store.name })}
          </Text>
        ) : null}
      </BlockStack>
    </section>
  );
}
