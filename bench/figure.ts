export interface Figure {
  figure: string;
  value: number;
  unit: string;
  /** how many were measured */
  n: number;
  /** smallest and largest of the rounds that `value` is the median of */
  spread?: [number, number];
  /** how many digits of `value` mean something; three without it */
  digits?: number;
  note?: string;
}

/** Prints one figure: a JSON line on stdout. */
export function print({ digits = 3, ...figure }: Figure): void {
  const rounded = { ...figure, value: round(figure.value, digits) };
  if (figure.spread) rounded.spread = [round(figure.spread[0]), round(figure.spread[1])];
  process.stdout.write(`${JSON.stringify(rounded)}\n`);
}

/** Says how it goes, to a person. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** The value below which the share `p` of the values lies. Throws when there are none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const spread = (values: readonly number[]): [number, number] => [
  Math.min(...values),
  Math.max(...values),
];

const round = (value: number, digits = 3): number => Number(value.toPrecision(digits));
