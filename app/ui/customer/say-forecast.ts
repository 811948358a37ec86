// What is expected of a customer, in words: numbers and dates written the reader's way.
import type { TFunction } from "i18next";
import { dateOfDay } from "../../customers/forecast/day.ts";
import type { Figures } from "../../customers/forecast/figures.ts";
import type { CustomerForecast } from "../../customers/forecast/forecast.ts";
import type { Qualification } from "../../customers/prediction/qualifies.ts";
import { numberFormat } from "../../lib/formatters.ts";
import { formatMoney } from "../../lib/money.ts";
import { formatDate, type Reader } from "../dates.ts";

export interface Said {
  key: "churn" | "nextOrder" | "orders" | "value";
  /** the figure itself */
  figure: string;
  /** its range, or why it has none */
  sentence: string;
}

type Known = Extract<CustomerForecast, { state: "known" }>;
type Unknown = Exclude<CustomerForecast, Known | { state: "locked" }>;

/** Every figure with its sentence, as far as there is one. */
export function sayForecast(known: Known, t: TFunction, reader: Reader): Said[] {
  const { figures } = known;
  return [
    sayChurn(figures, t, reader),
    sayNextOrder(figures, t, reader),
    sayOrders(figures, t, reader),
    ...sayValue(known, t, reader),
  ];
}

/** The two that matter most, in half a line each. */
export function sayInShort({ figures }: Known, t: TFunction, reader: Reader): { next: string; risk: string } {
  const { expected } = figures.nextOrder;
  return {
    next:
      expected === null
        ? t("forecast.figures.notSoon")
        : t("forecast.short.next", { date: dayIn(figures, expected, reader) }),
    risk: figures.churn
      ? t("forecast.short.churn", { share: percent(figures.churn.expected, reader) })
      : t("forecast.short.noOrder", { share: percent(figures.noOrder, reader) }),
  };
}

/** After one order nobody can tell whether a customer is lost: the chance of no order at all is what there is. */
function sayChurn({ churn, noOrder }: Figures, t: TFunction, reader: Reader): Said {
  if (!churn)
    return {
      key: "churn",
      figure: t("forecast.figures.noOrder", { share: percent(noOrder, reader) }),
      sentence: t("forecast.figures.once"),
    };
  const [low, high] = [percent(churn.low, reader), percent(churn.high, reader)];
  return {
    key: "churn",
    figure: percent(churn.expected, reader),
    sentence: t("forecast.figures.churnRange", { low, high, noOrder: percent(noOrder, reader) }),
  };
}

function sayNextOrder(figures: Figures, t: TFunction, reader: Reader): Said {
  const { expected, low, high } = figures.nextOrder;
  if (expected === null || low === null)
    return { key: "nextOrder", figure: t("forecast.figures.notSoon"), sentence: "" };
  const from = dayIn(figures, low, reader);
  return {
    key: "nextOrder",
    figure: t("forecast.figures.around", { date: dayIn(figures, expected, reader) }),
    sentence:
      high === null
        ? t("forecast.figures.nextFrom", { low: from })
        : t("forecast.figures.nextRange", { low: from, high: dayIn(figures, high, reader) }),
  };
}

function sayOrders({ orders }: Figures, t: TFunction, reader: Reader): Said {
  const { low, high } = orders;
  return {
    key: "orders",
    figure: decimal(orders.expected, reader),
    sentence: t("forecast.figures.range", { low: decimal(low, reader), high: decimal(high, reader) }),
  };
}

function sayValue({ figures, currency }: Known, t: TFunction, reader: Reader): Said[] {
  const { lifetimeValue, orderValue } = figures;
  if (!lifetimeValue || !orderValue) return [];
  const money = (amount: number) =>
    formatMoney({ amount: String(roughly(amount)), currencyCode: currency }, reader.locale);
  const [low, high] = [money(lifetimeValue.low), money(lifetimeValue.high)];
  return [
    {
      key: "value",
      figure: money(lifetimeValue.expected),
      sentence: t("forecast.figures.valueRange", { low, high, each: money(orderValue.expected) }),
    },
  ];
}

/** Two digits are all a forecast has. */
const roughly = (amount: number): number => Number(amount.toPrecision(2));

const dayIn = ({ upTo }: Figures, weeks: number, { locale }: Reader): string =>
  formatDate(dateOfDay(upTo + Math.round(weeks * 7)), { locale, timeZone: "UTC" });

const percent = (share: number, { locale }: Reader): string =>
  numberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);

const decimal = (value: number, { locale }: Reader): string =>
  numberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);

/** Why nothing is said, in a sentence. */
export function sayNothing(forecast: Unknown, t: TFunction): string {
  if (forecast.state !== "unqualified") return t(`forecast.nothing.${forecast.state}`);
  return t("forecast.nothing.unqualified", { missing: sayMissing(forecast.missing, t) });
}

/** The same where there is little room: of what is missing only the first. */
export function sayNothingInShort(forecast: Unknown, t: TFunction): string {
  if (forecast.state !== "unqualified") return sayNothing(forecast, t);
  return t("forecast.short.unqualified", { missing: sayMissing(forecast.missing.slice(0, 1), t) });
}

const sayMissing = (missing: Qualification["criteria"], t: TFunction): string =>
  missing.map(({ criterion, have, need }) => t(`forecast.missing.${criterion}`, { have, need })).join(", ");
