// How large something is, written the reader's way. Pure.
import { numberFormat } from "../lib/formatters.ts";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "340 kB", "1,2 MB": in thousands, as file managers count. */
export function formatBytes(bytes: number, locale: string): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = bytes / 1000 ** step;
  return numberFormat(locale, {
    style: "unit",
    unit: UNITS[step] ?? "byte",
    unitDisplay: step ? "short" : "long",
    maximumFractionDigits: step > 1 && value < 10 ? 1 : 0,
  }).format(value);
}
