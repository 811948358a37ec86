// A product to show in the chat, found by its name.
import { ProductIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { ShownProduct } from "../../../orders/products.server.ts";
import type { Card } from "../../../tickets/chat/card.ts";
import { ShopSearch } from "../shop-search.tsx";
import { CardPopover } from "./card-popover.tsx";
import { CardWords } from "./cards.tsx";
import styles from "./cards.module.css";

export function ProductPicker({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const label = t("chat.cards.product");
  return (
    <CardPopover ticketId={ticketId} icon={ProductIcon} label={label}>
      {(choose) => (
        <ShopSearch<ShownProduct>
          label={label}
          placeholder={t("chat.cards.search")}
          path={`/app/tickets/${ticketId}/products`}
        >
          {(found) => (
            <ul className={styles.found}>
              {found.map((product) => (
                <li key={product.id}>
                  <button
                    type="button"
                    className={styles.choice}
                    onClick={() => choose(cardOf(product))}
                    data-testid="product-choice"
                  >
                    {product.image ? <img src={product.image} alt="" className={styles.picture} /> : null}
                    <CardWords card={cardOf(product)} linked={false} />
                  </button>
                </li>
              ))}
            </ul>
          )}
        </ShopSearch>
      )}
    </CardPopover>
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
