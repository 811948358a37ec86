// What stands in a text for somebody's own: {{customer.first_name}}, {{order.name|your order}}. Requests and macros
// are written with the same ones. Pure.

export const VARIABLES = [
  "customer.first_name",
  "customer.name",
  "customer.email",
  "order.name",
  "order.total",
  "order.status",
  "order.link",
  "tracking.number",
  "tracking.carrier",
  "tracking.link",
  "agent.first_name",
  "agent.name",
  "store.name",
  "store.email",
  "store.domain",
  "ticket.number",
  "ticket.subject",
] as const;
export type Variable = (typeof VARIABLES)[number];

/** Why there is nothing to put in. "no-answer": Shopify was asked and did not say. */
export type Missing =
  | "no-customer"
  | "no-name"
  | "no-address"
  | "no-order"
  | "other-order"
  | "no-parcel"
  | "no-domain"
  | "no-answer";

/** What is known; what is not named has not been asked yet. */
export type Facts = Partial<Record<Variable, string | { missing: Missing }>>;

export interface Filled {
  text: string;
  /** what could not be filled in, by name; then nothing may be sent */
  unresolved: string[];
}

/** A variable and its fallback, as written: [whole, name, fallback]. */
export const VARIABLE = /\{\{\s*([\w.-]{1,60})\s*(?:\|([^{}]{0,200}))?\}\}/g;

/** The text with everything known filled in, once: a value that looks like a variable stays as it is. */
export function fillText(text: string, facts: Facts): Filled {
  const unresolved: string[] = [];
  const filled = text.replace(VARIABLE, (written: string, name: string, fallback?: string) => {
    const value = valueOf(name, fallback, facts);
    if (value === undefined) unresolved.push(`{{${name}}}`);
    return value ?? written;
  });
  // Half a variable would be sent as it stands.
  const half = unresolved.length ? null : /\{\{.{0,30}|.{0,30}\}\}/.exec(text.replace(VARIABLE, ""));
  return { text: filled, unresolved: [...new Set(half ? [half[0]] : unresolved)] };
}

/**
 * What a variable stands for now; undefined while nobody knows. A fallback stands for what is not there, never for a
 * word we do not know, nor for what Shopify could not be asked.
 */
export function valueOf(name: string, fallback: string | undefined, facts: Facts): string | undefined {
  const variable = variableOf(name);
  const fact = variable && facts[variable];
  if (fact === undefined || fact === null || typeof fact === "string") return fact || undefined;
  return fact.missing === "no-answer" ? undefined : fallback?.trim();
}

/** Names from before variables had a group. */
const EARLIER: Record<string, Variable> = { first_name: "customer.first_name", name: "customer.name" };

/** The variable of this name; null for a word we do not know. */
export const variableOf = (name: string): Variable | null =>
  VARIABLES.find((one) => one === name) ?? (Object.hasOwn(EARLIER, name) ? (EARLIER[name] ?? null) : null);

/** How a variable is written into a text. */
export const writeVariable = (variable: Variable, fallback?: string): string =>
  fallback ? `{{${variable}|${fallback.replace(/[{}]/g, "")}}}` : `{{${variable}}}`;

/** Whether only Shopify knows it. */
export const isShopifys = (variable: Variable): boolean => /^(?:order|tracking)\./.test(variable);

/** What a person says of themselves. */
export const customerFacts = ({ name, email }: { name: string; email?: string | null }): Facts => ({
  "customer.name": name.trim() || { missing: "no-name" },
  "customer.first_name": firstNameOf(name) || { missing: "no-name" },
  ...(email === undefined ? {} : { "customer.email": email || { missing: "no-address" } }),
});

/** "Lindqvist, Ebba" is how lists are sorted. */
export const firstNameOf = (name: string): string =>
  (name.includes(",") ? (name.split(",")[1] ?? "") : name).trim().split(/\s+/)[0] ?? "";

/** Values that nobody takes for a variable: a customer may be called {{order.name}}. */
export const withoutBraces = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === "string" ? fact.replace(/\{{2,}/g, "{").replace(/\}{2,}/g, "}") : fact,
    ]),
  );
