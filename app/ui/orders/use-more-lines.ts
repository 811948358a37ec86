// All lines of a long order, page by page until the last; a page that does not come can be asked for again.
import { useEffect, useRef, useState } from "react";
import type { ShownLines } from "../../orders/shown/detail.ts";
import type { MoreLines } from "../../orders/shown/read-order.server.ts";

export interface AllLines extends ShownLines {
  busy: boolean;
  problem: Extract<MoreLines, { state: "problem" }>["problem"] | null;
  showAll: () => void;
}

export function useMoreLines(first: ShownLines, pathOf: (after: string) => string): AllLines {
  const [more, setMore] = useState<ShownLines>({ lines: [], next: first.next });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AllLines["problem"]>(null);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const showAll = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    for (let { next } = more; next && !gone.current;) {
      const answer = await get(pathOf(next));
      if (gone.current) return;
      if (answer.state === "problem") {
        setProblem(answer.problem);
        break;
      }
      setMore((before) => ({ lines: [...before.lines, ...answer.lines], next: answer.next }));
      next = answer.next;
    }
    setBusy(false);
  };
  return {
    lines: [...first.lines, ...more.lines],
    next: more.next,
    ...{ busy, problem, showAll: () => void showAll() },
  };
}

async function get(path: string): Promise<MoreLines> {
  try {
    const response = await fetch(path);
    if (response.ok) return (await response.json()) as MoreLines;
  } catch {
    // No connection: said like any other silence.
  }
  return { state: "problem", problem: "down" };
}
