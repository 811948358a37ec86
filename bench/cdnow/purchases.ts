import { readFileSync, statSync } from "node:fs";
import { isHistory, type History, type Spending } from "../../app/customers/prediction/history.ts";

export type Purchases = History & Spending;

const HEADER = "ID,x,t_x,T,zbar";

/** The customers in a file that is there; or, in words, why it gives none. */
export function readPurchases(file: string): Purchases[] | string {
  if (!statSync(file).isFile()) return `${file} is not a file`;
  const [header, ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
  if (header !== HEADER) return `${file} does not begin with ${HEADER}`;
  if (lines.length === 0) return `${file} has no customers`;
  const rows = lines.map(readRow);
  const wrong = rows.indexOf(null);
  return wrong < 0 ? rows.filter((row) => row !== null) : `line ${wrong + 2} of ${file} is no customer`;
}

function readRow(line: string): Purchases | null {
  const cells = line.split(",");
  if (cells.length !== 5 || cells.some((cell) => cell.trim() === "")) return null;
  const [, repeats = NaN, recency = NaN, age = NaN, average = NaN] = cells.map(Number);
  const row = { repeats, recency, age, average };
  return isHistory(row) && average >= 0 && Number.isFinite(average) ? row : null;
}
