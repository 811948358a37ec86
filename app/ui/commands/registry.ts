// Every action of the page, once: the command menu lists them, the shortcuts run them, "?" explains them. A component
// announces its actions while it is on the page.
import { useEffect, useRef } from "react";
import { makeStore } from "../store.ts";

export interface Command {
  /** one of its kind: "ticket.close" */
  id: string;
  /** as a button would say it, translated */
  label: string;
  section: "ticket" | "list" | "write" | "go" | "app";
  /** "e", "shift+i", "?", "mod+k", or one after the other: "g i" */
  keys?: string;
  /** other words it may be looked for by, translated */
  keywords?: string;
  run: () => void;
}

/** Announced last comes last: of two with the same keys the later one is meant (what lies on top). */
export const commands = makeStore<readonly Command[]>([]);

/** Announces actions while the calling component is mounted. `run` may be new on every render. */
export function useCommands(own: readonly Command[]): void {
  const latest = useRef(own);
  latest.current = own;
  const shape = own.map(({ id, label, keys, keywords }) => [id, label, keys, keywords].join("\t")).join("\n");
  useEffect(() => {
    const announced = latest.current.map((command) => ({
      ...command,
      run: () => latest.current.find(({ id }) => id === command.id)?.run(),
    }));
    commands.change((known) => [...known, ...announced]);
    return () => commands.change((known) => known.filter((command) => !announced.includes(command)));
  }, [shape]);
}
