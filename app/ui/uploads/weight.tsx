import { useTranslation } from "react-i18next";
import { MOST_ENCODED_BYTES, weigh } from "../../mail/size.ts";
import { useClock } from "../clock.tsx";
import { sizeWords } from "./size-words.ts";
import styles from "./uploads.module.css";

type Mail = Parameters<typeof weigh>[0];

/** Nobody needs to know how light a mail is. */
const WORTH_SAYING = MOST_ENCODED_BYTES / 10;

export const isTooHeavy = (mail: Mail): boolean => weigh(mail) > MOST_ENCODED_BYTES;

/** How much of what mail can carry is used, once it is a good part of it; aloud when it is too much. */
export function Weight({ mail }: { mail: Mail }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const size = sizeWords(weigh(mail), reader.locale);
  const most = sizeWords(MOST_ENCODED_BYTES, reader.locale);
  if (isTooHeavy(mail))
    return (
      <p role="alert" className={styles.tooMuch} data-testid="too-heavy">
        {t("uploads.tooMuch", { size, most })}
      </p>
    );
  return weigh(mail) > WORTH_SAYING ? (
    <p className={styles.weight}>{t("uploads.weight", { size, most })}</p>
  ) : null;
}
