// Nothing leaves with a variable of ours in it. Pure.
import { AppError } from "../../errors.ts";
import { variablesLeft } from "../variables-in-html.ts";

/** Throws invalid, naming what is not filled in. Quotes and code may hold whatever they hold. */
export function demandFilled(html: string): void {
  const names = variablesLeft(html);
  if (names.length) throw new AppError("invalid", { field: "html", reason: "variables", names });
}
