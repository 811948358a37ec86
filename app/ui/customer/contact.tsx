// How they can be reached in one store, in which language, and whether they want to be.
import { useTranslation } from "react-i18next";
import type { KnownCustomer, StoreOfCustomer } from "../../customers/known.ts";
import type { CardCustomer, Consent } from "../../customers/profile.ts";
import { languageName } from "../language-name.ts";
import { useClock } from "../clock.tsx";
import { Fact, Facts } from "../fact.tsx";
import { StoreLinks } from "./store-links.tsx";
import styles from "./customer.module.css";

export function Contact({
  customer,
  known,
  storeId,
}: {
  /** as Shopify has them in this store; null: it does not say */
  customer: CardCustomer | null;
  known: KnownCustomer;
  storeId: string;
}) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const say = (consent: Consent | null) =>
    consent ? t(`customer.consents.${consent}`) : t("customer.noAddress");
  const languages = [...new Set([customer?.language, known.locale].filter((one) => typeof one === "string"))];
  const elsewhere: StoreOfCustomer[] = known.stores.filter(({ id }) => id !== storeId);
  return (
    <Facts>
      <Fact name={t("card.email")}>{customer?.email ?? known.email ?? t("customer.noAddress")}</Fact>
      <Fact name={t("card.phone")}>{customer?.phone ?? known.phone ?? t("customer.noAddress")}</Fact>
      {customer ? (
        <>
          <Fact name={t("customer.emailConsent")}>{say(customer.consent.email)}</Fact>
          <Fact name={t("customer.smsConsent")}>{say(customer.consent.sms)}</Fact>
        </>
      ) : null}
      {languages.length ? (
        <Fact name={t("customer.languages")}>
          {languages.map((language) => languageName(language, reader.locale)).join(", ")}
        </Fact>
      ) : null}
      {customer?.addresses.length ? (
        <Fact name={t("customer.addresses", { count: customer.addresses.length })}>
          {customer.addresses.map((lines) => (
            <address key={lines.join()} className={styles.address}>
              {lines.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </address>
          ))}
        </Fact>
      ) : null}
      {elsewhere.length ? (
        <Fact name={t("customer.elsewhere")}>
          <StoreLinks customerId={known.id} stores={elsewhere} />
        </Fact>
      ) : null}
    </Facts>
  );
}
