import { useTranslation } from "react-i18next";
import type { SameBecause } from "../../../customers/merging/side.ts";
import styles from "../../merge.module.css";

interface Candidate {
  id: string;
  name: string;
  email: string | null;
  reasons?: SameBecause[];
}

/** The customers to choose from, each with why it is there. */
export function Candidates(props: {
  found: Candidate[];
  suggested: boolean;
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { found, suggested, chosen, onChoose } = props;
  if (!found.length)
    return <p role="status">{t(suggested ? "who.merge.noSuggestions" : "who.merge.noneFound")}</p>;
  return (
    <fieldset className={styles.candidates}>
      <legend>{t(suggested ? "who.merge.suggested" : "who.merge.found")}</legend>
      {found.map(({ id, name, email, reasons = [] }) => (
        <label key={id} className={styles.candidate} data-testid="same-candidate">
          <input type="radio" name="same-as" checked={chosen === id} onChange={() => onChoose(id)} />
          <span className={styles.about}>
            <span>{name || email}</span>
            <span className={styles.why}>
              {[name ? email : null, ...reasons.map((reason) => t(`who.merge.because.${reason}`))]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
