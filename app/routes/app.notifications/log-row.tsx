import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { WORKSPACE_EVENTS } from "../../events/event.ts";
import type { LogItem } from "../../notifications/bell.server.ts";
import { roleOf } from "../../team/roles.ts";
import { Age } from "../../ui/moment.tsx";
import styles from "./notifications.module.css";

/** One line of the log: what happened, to what, and who did it. */
export function LogRow({ item }: { item: LogItem }) {
  const { t } = useTranslation();
  const about = aboutOf(t, item.data);
  return (
    <li className={styles.line} data-testid="log-line" data-type={item.type}>
      <span className={styles.top}>
        <span className={styles.what}>{whatOf(t, item.type)}</span>
        <Age at={item.createdAt} className={styles.age} />
      </span>
      <span className={styles.about}>
        {about ? `${about} · ` : ""}
        {byOf(t, item)}
        {typeof item.data.customerId === "string" ? (
          <>
            {" · "}
            <Link to={`/app/customers/${item.data.customerId}`}>{t("who.open")}</Link>
          </>
        ) : null}
      </span>
    </li>
  );
}

function whatOf(t: TFunction, type: string): string {
  const known = WORKSPACE_EVENTS.find((one) => one === type);
  return known ? t(`systemLog.${known}`) : type;
}

/** What it happened to, as far as its data says: an address, a name, a number; and the role given. */
function aboutOf(t: TFunction, data: Record<string, unknown>): string {
  const words = ["address", "sender", "senderName", "name", "shopDomain", "number"]
    .map((key) => data[key])
    .find((value) => typeof value === "string" || typeof value === "number");
  const role = roleOf(data.role);
  return [words, role ? t(`roles.${role}`) : undefined].filter((part) => part !== undefined).join(" · ");
}

function byOf(t: TFunction, { actorKind, actorName }: LogItem): string {
  if (actorName) return t("bell.by", { name: actorName });
  return actorKind === "shop" ? t("bell.shopify") : t("bell.system");
}
