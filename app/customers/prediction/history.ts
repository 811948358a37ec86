// What a model sees of a customer. Time is in weeks.

export interface History {
  /** orders after the first one (x in the literature) */
  repeats: number;
  /** from the first order to the last one (t_x); 0 without a second order */
  recency: number;
  /** from the first order to now (T) */
  age: number;
}

export interface Spending {
  /** orders that `average` is the mean of, as in History */
  repeats: number;
  /** their mean value, in units of the currency (Fader and Hardie's z̄) */
  average: number;
}

/** Equal customers, counted: a likelihood is computed once for all of them. */
export interface Alike extends History {
  customers: number;
}

/** Whether the numbers can be a customer's at all. Days are the finest we know, so a second order may have recency 0. */
export function isHistory({ repeats, recency, age }: History): boolean {
  return (
    Number.isInteger(repeats) &&
    repeats >= 0 &&
    Number.isFinite(age) &&
    recency >= 0 &&
    recency <= age &&
    (repeats > 0 || recency === 0)
  );
}

/** Customers with the same history together. */
export function gatherAlike(histories: readonly History[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const { repeats, recency, age } of histories) {
    const key = `${repeats} ${recency} ${age}`;
    const group = groups.get(key);
    if (group) group.customers++;
    else groups.set(key, { repeats, recency, age, customers: 1 });
  }
  return [...groups.values()];
}
