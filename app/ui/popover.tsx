// Polaris' popover, made when it is first opened. One that was never opened measures the page as soon as it stands there
// and follows its size from then on, and a conversation has hundreds.
import { Popover as Opened, type PopoverProps } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";

export function Popover(props: Omit<PopoverProps, "activatorWrapper">) {
  const { active, activator, ariaHaspopup } = props;
  const [asked, setAsked] = useState(active);
  const holder = useRef<HTMLDivElement>(null);
  if (active && !asked) setAsked(true);
  useEffect(() => {
    if (asked) return;
    // What the opened one says of its button from then on.
    const button = holder.current?.querySelector("button, a, input, [tabindex]");
    button?.setAttribute("aria-haspopup", String(ariaHaspopup ?? true));
    button?.setAttribute("aria-expanded", "false");
  });
  return asked ? <Opened {...props} /> : <div ref={holder}>{activator}</div>;
}

Popover.Pane = Opened.Pane;
Popover.Section = Opened.Section;
