import { Icon } from "@shopify/polaris";
import { ChatIcon, ClipboardIcon, EmailIcon, MobileIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { ChannelKind } from "../tickets/ticket.ts";
import styles from "./channel-icon.module.css";

const ICONS = { form: ClipboardIcon, email: EmailIcon, chat: ChatIcon, sms: MobileIcon };

/** A channel as an icon, its name on hover and for screen readers. */
export function ChannelIcon({ channel }: { channel: ChannelKind }) {
  const { t } = useTranslation();
  const name = t(`channels.${channel}`);
  return (
    <span className={styles.icon} title={name} data-channel={channel}>
      <Icon source={ICONS[channel]} tone="subdued" accessibilityLabel={name} />
    </span>
  );
}
