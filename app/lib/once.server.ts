const kept = globalThis as unknown as { samla?: Map<string, unknown> };

/**
 * One instance per process. The web bundle and the worker's plain modules are two copies of the same file
 * in one process; what holds connections must not be doubled with them.
 */
export function once<T>(name: string, make: () => T): T {
  kept.samla ??= new Map();
  if (!kept.samla.has(name)) kept.samla.set(name, make());
  return kept.samla.get(name) as T;
}
