import { memo } from "react";
import { useTranslation } from "react-i18next";
import { initialsOf, useColleagues } from "./colleagues.ts";
import styles from "./presence.module.css";

const MOST = 3;

/** Small round initials of the colleagues at a ticket; who types has a moving mark. Nothing when nobody is there. */
export const Faces = memo(function Faces({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const colleagues = useColleagues(ticketId);
  if (!colleagues.length) return null;
  const shown = colleagues.slice(0, MOST);
  const others = colleagues.slice(MOST);
  return (
    <span className={styles.faces} data-testid="faces">
      {shown.map(({ id, name, state }) => (
        <span
          key={id}
          className={styles.face}
          data-state={state}
          role="img"
          aria-label={t(`together.${state}`, { name })}
          title={t(`together.${state}`, { name })}
        >
          {initialsOf(name)}
        </span>
      ))}
      {others.length ? (
        <span className={styles.face} title={others.map(({ name }) => name).join(", ")}>
          {`+${others.length}`}
        </span>
      ) : null}
    </span>
  );
});
