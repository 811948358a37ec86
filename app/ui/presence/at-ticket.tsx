import { useTranslation } from "react-i18next";
import { useColleagues, type NamedColleague } from "./colleagues.ts";
import { Faces } from "./faces.tsx";
import styles from "./presence.module.css";

/** In the ticket's head: who else is here. Where there is no room for names the faces say them. */
export function AtTicket({ ticketId }: { ticketId: string }) {
  const colleagues = useColleagues(ticketId);
  const { t } = useTranslation();
  const says = useSentence();
  const [busiest] = colleagues;
  if (!busiest) return null;
  const sentence = says(colleagues);
  return (
    <span className={styles.here} data-testid="at-ticket">
      <Faces ticketId={ticketId} />
      <span className={styles.sentence} title={sentence}>
        {sentence}
      </span>
      <span className={styles.short} title={sentence} aria-hidden="true">
        {t(`together.short.${busiest.state}`)}
      </span>
    </span>
  );
}

/** Above Send: a colleague is writing too. Always there for screen readers, seen only when it speaks. */
export function TypingLine({ ticketId }: { ticketId: string }) {
  const typing = useColleagues(ticketId).filter(({ state }) => state === "typing");
  const says = useSentence();
  const sentence = typing.length ? says(typing) : "";
  return (
    <p className={styles.typing} role="status" title={sentence} data-testid="typing">
      {sentence}
    </p>
  );
}

/** "Anna is typing …", "Bo and 2 more are looking": what the busiest of them does. */
function useSentence(): (colleagues: NamedColleague[]) => string {
  const { t } = useTranslation();
  return (colleagues) => {
    const [first] = colleagues;
    if (!first) return "";
    const { name, state } = first;
    const alike = colleagues.filter((one) => one.state === state).length;
    return alike > 1
      ? t(`together.${state}Many`, { name, count: alike - 1 })
      : t(`together.${state}`, { name });
  };
}
