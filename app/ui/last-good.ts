// A page that was shown stays when refreshing it fails: the agent keeps reading and typing while the
// connection is away. Only the first load of something can fail visibly.

const LIMIT = 40;
const kept = new Map<string, unknown>();
const listeners = new Set<() => void>();

/** Calls `listener` each time something old is shown because the new could not be had. Returns how to stop. */
export function onOldShown(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The answer of a loader, or the last one for the same address when the server cannot be reached or breaks. */
export async function orLastGood<T>(route: string, request: Request, load: () => Promise<T>): Promise<T> {
  const { pathname, search } = new URL(request.url);
  const key = `${route} ${pathname}${search}`;
  try {
    const data = await load();
    kept.delete(key);
    kept.set(key, data);
    const [oldest] = kept.keys();
    if (kept.size > LIMIT && oldest !== undefined) kept.delete(oldest);
    return data;
  } catch (error) {
    // An answer such as 403 or a redirect is meant; an aborted request is not ours to answer.
    if (error instanceof Response && error.status < 500) throw error;
    if (request.signal.aborted || !kept.has(key)) throw error;
    for (const tell of listeners) tell();
    return kept.get(key) as T;
  }
}
