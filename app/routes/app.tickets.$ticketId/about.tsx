// What is known of the ticket itself.
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, ButtonGroup, Text } from "@shopify/polaris";
import { ClipboardIcon, LinkIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { TicketView } from "../../tickets/ticket-view.ts";
import { copyText } from "../../ui/clipboard.ts";
import { Ago } from "../../ui/moment.tsx";
import { ControlFacts } from "./controls/control-facts.tsx";
import { Fact, Facts } from "../../ui/fact.tsx";
import styles from "./details.module.css";

export function About({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { number, store, topic, orderName, channel, answer, cameInAt } = ticket;
  const copy = async (text: string, said: string) => {
    if (await copyText(text)) shopify.toast.show(said);
  };
  return (
    <section aria-label={t("card.ticket")} className={styles.about} data-testid="about-ticket">
      <BlockStack gap="300">
        <Text as="h3" variant="headingSm">
          {t("card.ticket")} {number}
        </Text>
        <ButtonGroup>
          <Button
            size="slim"
            icon={LinkIcon}
            onClick={() => void copy(ticket.link, t("conversation.linkCopied"))}
          >
            {t("conversation.copyLink")}
          </Button>
          <Button
            size="slim"
            icon={ClipboardIcon}
            onClick={() => void copy(number, t("conversation.numberCopied", { number }))}
          >
            {t("conversation.copyNumber")}
          </Button>
        </ButtonGroup>
        <Facts>
          <ControlFacts />
          <Fact name={t("conversation.channel")}>{t(`channels.${channel}`)}</Fact>
          {cameInAt ? <Fact name={t("conversation.cameInAt")}>{cameInAt}</Fact> : null}
          <Fact name={t("conversation.answersFrom")}>{answer.from.address}</Fact>
          <Fact name={t("card.store")}>{store.name}</Fact>
          <Fact name={t("conversation.created")}>
            <Ago at={ticket.createdAt} />
          </Fact>
          {topic ? <Fact name={t("card.topic")}>{topic}</Fact> : null}
          {orderName ? <Fact name={t("card.order")}>{orderName}</Fact> : null}
        </Facts>
      </BlockStack>
    </section>
  );
}
