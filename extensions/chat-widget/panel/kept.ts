// What this browser remembers of the chat. Where storage is full or forbidden, the page remembers it as long as it stands.

export interface Kept {
  get<T>(name: string): T | undefined;
  /** `undefined` forgets it. */
  set(name: string, value: unknown): void;
  /** names that begin with this, sorted */
  names(beginning: string): string[];
}

/** One shop's, in the given storage; `null` where the browser allows none. */
export function openKept(shop: string, storage: Storage | null): Kept {
  const memory = new Map<string, string | null>();
  const prefix = `samla-${shop}-`;

  const read = (name: string): string | null => {
    const here = memory.get(name);
    if (here !== undefined) return here;
    return trying(() => storage?.getItem(prefix + name) ?? null) ?? null;
  };

  return {
    get(name) {
      const text = read(name);
      return text === null ? undefined : trying(() => JSON.parse(text));
    },
    set(name, value) {
      const text = value === undefined ? null : JSON.stringify(value);
      const done = trying(() => {
        if (!storage) return false;
        if (text === null) storage.removeItem(prefix + name);
        else storage.setItem(prefix + name, text);
        return true;
      });
      if (done) memory.delete(name);
      else memory.set(name, text);
    },
    names(beginning) {
      const stored = trying(() => Object.keys(storage ?? {})) ?? [];
      const all = stored.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      return [...new Set([...all, ...memory.keys()])]
        .filter((name) => name.startsWith(beginning) && read(name) !== null)
        .sort();
    },
  };
}

/** The browser's own storage; asking for it already throws where it is forbidden. */
export const storageOf = (kind: "localStorage" | "sessionStorage"): Storage | null =>
  trying(() => window[kind]) ?? null;

function trying<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}
