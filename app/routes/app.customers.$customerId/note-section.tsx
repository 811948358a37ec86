import { Card } from "@shopify/polaris";
import { NoteAndTags } from "../../ui/customer/note-and-tags.tsx";
import type { CustomerView } from "./customer-view.ts";

/** What the store's staff keep of them. */
export function NoteSection({ view: { customer, store, card } }: { view: CustomerView }) {
  if (!store || card.state === "none" || card.state === "nobody") return null;
  return (
    <Card>
      <NoteAndTags card={card} place={{ customerId: customer.id, store, ticketId: null }} />
    </Card>
  );
}
