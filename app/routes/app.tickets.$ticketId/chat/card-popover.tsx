// Cards to choose from, behind a button of the reply box. What is chosen goes with the next message.
import { Button, type IconSource } from "@shopify/polaris";
import { useState, type ReactNode } from "react";
import type { Card } from "../../../tickets/chat/card.ts";
import { Popover } from "../../../ui/popover.tsx";
import { startWriting } from "../composer/mode.ts";
import { pickCard } from "../composer/picked-cards.ts";
import styles from "./cards.module.css";

export function CardPopover(props: {
  ticketId: string;
  icon: IconSource;
  label: string;
  children: (choose: (card: Card) => void) => ReactNode;
}) {
  const { ticketId, icon, label, children } = props;
  const [open, setOpen] = useState(false);
  const choose = (card: Card) => {
    pickCard(ticketId, card);
    setOpen(false);
    startWriting(ticketId, "reply");
  };
  return (
    <Popover
      active={open}
      onClose={() => setOpen(false)}
      autofocusTarget="first-node"
      preferredPosition="above"
      activator={
        <Button
          icon={icon}
          variant="tertiary"
          accessibilityLabel={label}
          ariaExpanded={open}
          onClick={() => setOpen(!open)}
        />
      }
    >
      <section className={styles.picker} aria-label={label}>
        {children(choose)}
      </section>
    </Popover>
  );
}
