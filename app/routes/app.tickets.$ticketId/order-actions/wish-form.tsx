import type { ActionOrder } from "../../../orders/actions/order-view.ts";
import { AddressForm } from "./address-form.tsx";
import { CancelForm } from "./cancel-form.tsx";
import { EditForm } from "./edit-form.tsx";
import type { FormWish } from "./form-wish.ts";
import { RefundForm } from "./refund-form.tsx";
import { ResendForm } from "./resend-form.tsx";

/** The form of one kind of action. */
export function WishForm({
  ticketId,
  order,
  wish,
  onWish,
}: {
  ticketId: string;
  order: ActionOrder;
  wish: FormWish;
  onWish: (wish: FormWish) => void;
}) {
  switch (wish.kind) {
    case "edit":
      return (
        <EditForm
          ticketId={ticketId}
          order={order}
          wish={wish.wish}
          names={wish.names ?? {}}
          onWish={(edit, names) => onWish({ kind: "edit", wish: edit, names })}
        />
      );
    case "cancel":
      return (
        <CancelForm order={order} wish={wish.wish} onWish={(one) => onWish({ kind: "cancel", wish: one })} />
      );
    case "refund":
      return (
        <RefundForm order={order} wish={wish.wish} onWish={(one) => onWish({ kind: "refund", wish: one })} />
      );
    case "address":
      return <AddressForm wish={wish.wish} onWish={(one) => onWish({ kind: "address", wish: one })} />;
    case "resend":
      return <ResendForm wish={wish.wish} onWish={(one) => onWish({ kind: "resend", wish: one })} />;
  }
}
