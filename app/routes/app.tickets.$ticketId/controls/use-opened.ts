import { useState } from "react";

export interface ControlProps {
  open: boolean;
  onOpen: () => void;
  onClose: () => void;
  /** as small as it can be said */
  compact?: boolean;
}

/** Which of some controls is open: one at a time. */
export function useOpened<Name extends string>() {
  const [opened, setOpened] = useState<Name | null>(null);
  const control = (name: Name): ControlProps => ({
    open: opened === name,
    onOpen: () => setOpened(opened === name ? null : name),
    onClose: () => setOpened((now) => (now === name ? null : now)),
  });
  return [control, setOpened] as const;
}
