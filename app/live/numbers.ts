// Numbers that open pages show and are kept current with: what changed is told, and the later one holds. Pure.

/** Numbers by name, all as of one moment (moment.server.ts). */
export interface Numbers {
  asOf: number;
  values: Record<string, number>;
}

/** A workspace's: what all its pages show, and what only one agent's do. */
export interface EverybodysNumbers {
  asOf: number;
  shared: Record<string, number>;
  /** by agent */
  own: Record<string, Record<string, number>>;
}

/** What is different now, to be told: for everybody, and beside it by agent. `told` is brought up to date. */
export function takeChanges(
  told: EverybodysNumbers,
  now: EverybodysNumbers,
): { shared: Numbers | null; own: Map<string, Numbers> } {
  const { asOf } = now;
  told.asOf = asOf;
  const own = new Map<string, Numbers>();
  for (const [agentId, numbers] of Object.entries(now.own)) {
    const values = changesIn((told.own[agentId] ??= {}), numbers);
    if (values) own.set(agentId, { asOf, values });
  }
  const values = changesIn(told.shared, now.shared);
  return { shared: values && { asOf, values }, own };
}

function changesIn(told: Record<string, number>, now: Record<string, number>): Record<string, number> | null {
  const changed = Object.entries(now).filter(([name, value]) => told[name] !== value);
  if (!changed.length) return null;
  const values = Object.fromEntries(changed);
  Object.assign(told, values);
  return values;
}

/** What a page has heard, each number with its moment. */
export type Heard = ReadonlyMap<string, { asOf: number; value: number }>;

/** Takes numbers in. What is older than what was heard is left. */
export function hearIn(heard: Heard, { asOf, values }: Numbers): Heard {
  const all = new Map(heard);
  for (const [name, value] of Object.entries(values))
    if (asOf >= (all.get(name)?.asOf ?? 0)) all.set(name, { asOf, value });
  return all;
}

/** What was read with the page, and of each number what was heard since. */
export function latest(read: Numbers, heard: Heard): Record<string, number> {
  const later = [...heard].filter(([, { asOf }]) => asOf > read.asOf);
  return { ...read.values, ...Object.fromEntries(later.map(([name, { value }]) => [name, value])) };
}
