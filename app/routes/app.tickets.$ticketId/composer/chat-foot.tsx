// What is different about the last line of the box while a chat goes on: whom it is said to, what Enter does, and what
// can be shown to them.
import { Checkbox } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { TicketView } from "../../../tickets/ticket-view.ts";
import { OrderPicker } from "../chat/order-picker.tsx";
import { ProductPicker } from "../chat/product-picker.tsx";
import { useEnterSends } from "./enter-sends.ts";
import styles from "./composer.module.css";

export function ChatTools({ ticket }: { ticket: TicketView }) {
  return (
    <>
      <ProductPicker ticketId={ticket.id} />
      {ticket.identity === "verified" ? <OrderPicker ticket={ticket} /> : null}
    </>
  );
}

export function ChatWho({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation();
  const name = ticket.chat?.visitor.name ?? ticket.customer?.name;
  return (
    <p className={styles.teamOnly}>{name ? t("chat.compose.to", { name }) : t("chat.compose.toVisitor")}</p>
  );
}

export function EnterSends() {
  const { t } = useTranslation();
  const [sends, setSends] = useEnterSends();
  return (
    <span className={styles.enterSends}>
      <Checkbox label={t("chat.compose.enter")} checked={sends} onChange={setSends} />
    </span>
  );
}
