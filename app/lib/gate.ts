// A door that only so many go through at once; the others wait in line. Pure.

export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** At most `most` pieces of work at a time. */
export function gate(most: number): Gate {
  let inside = 0;
  const line: (() => void)[] = [];
  return async (work) => {
    if (inside >= most) await new Promise<void>((enter) => line.push(enter));
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      // Who waits longest takes over the place; it is never free in between.
      if (next) next();
      else inside -= 1;
    }
  };
}
