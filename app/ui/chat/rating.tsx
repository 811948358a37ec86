import { Icon } from "@shopify/polaris";
import { StarFilledIcon, StarIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import styles from "./chat.module.css";

const ALL = [1, 2, 3, 4, 5];

/** How a visitor rated a chat: stars for the eye, a sentence for everybody else. */
export function Rating({ score }: { score: number }) {
  const { t } = useTranslation();
  const words = t("chat.rated.score", { score });
  return (
    <span className={styles.stars} role="img" aria-label={words} title={words} data-testid="rating">
      {ALL.map((star) => (
        <span key={star} className={styles.star}>
          <Icon source={star <= score ? StarFilledIcon : StarIcon} />
        </span>
      ))}
    </span>
  );
}
