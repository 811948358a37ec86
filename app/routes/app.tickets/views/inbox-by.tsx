// The inbox by where it came in. Only where there is a choice.
import { ChatIcon, ClipboardIcon, EmailIcon, MobileIcon, StoreIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { wholeView } from "../../../tickets/filter.ts";
import { writeList } from "../../../tickets/list-query.ts";
import { useDirectory } from "../../../ui/directory.tsx";
import { CHANNEL_KINDS } from "../filters/use-words.ts";
import { ViewLink } from "./view-link.tsx";
import { useCounts } from "./views-context.tsx";
import styles from "./views.module.css";

const ICONS = { form: ClipboardIcon, email: EmailIcon, chat: ChatIcon, sms: MobileIcon };

export function ChannelViews({ query }: { query: string }) {
  const { t } = useTranslation();
  const counts = useCounts();
  // A channel nothing ever came in by is not one of theirs.
  const channels = CHANNEL_KINDS.filter((channel) => counts.channels[channel] !== undefined);
  if (channels.length < 2) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t("lists.views.byChannel")}</h2>
      <ul className={styles.group}>
        {channels.map((channel) => {
          const own = writeList({ ...wholeView("inbox"), channel: [channel] });
          return (
            <li key={channel}>
              <ViewLink
                name={t(`channels.${channel}`)}
                icon={ICONS[channel]}
                query={own}
                current={query === own}
                count={counts.channels[channel]}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function StoreViews({ query }: { query: string }) {
  const { t } = useTranslation();
  const { stores } = useDirectory();
  const counts = useCounts();
  if (stores.length < 2) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t("lists.views.byStore")}</h2>
      <ul className={styles.group}>
        {stores.map(({ id, name }) => {
          const own = writeList({ ...wholeView("inbox"), store: [id] });
          return (
            <li key={id}>
              <ViewLink
                name={name}
                icon={StoreIcon}
                query={own}
                current={query === own}
                count={counts.stores[id]}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
