// A size as the reader writes it. Pure.
import { numberFormat } from "../../lib/formatters.ts";

const KB = 1024;
const MB = 1024 * KB;

/** "340 kB", "1.2 MB". Rounded up, so that too much never reads like just enough. */
export function sizeWords(bytes: number, locale: string): string {
  const [unit, amount] =
    bytes < MB
      ? ["kilobyte", Math.max(1, Math.ceil(bytes / KB))]
      : ["megabyte", Math.ceil((bytes / MB) * 10) / 10];
  const style = { style: "unit", unit: String(unit), unitDisplay: "short" } as const;
  return numberFormat(locale, { ...style, maximumFractionDigits: 1 }).format(Number(amount));
}
