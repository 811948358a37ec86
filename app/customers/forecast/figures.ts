// What is kept and shown of a buyer: the prediction, and what it rests on. Pure.
import { z } from "zod";
import { predict, type Models, type Prediction } from "../prediction/predict.ts";
import { historyOf, type Buyer } from "./buyer.ts";

/** A year, and what a year's wait costs. */
export const HORIZON = { weeks: 52, yearlyDiscount: 0.1 };

const range = z.object({ expected: z.number(), low: z.number(), high: z.number() });
const week = z.number().nullable();

const figures = z.object({
  weeks: z.number(),
  orders: range,
  noOrder: z.number(),
  churn: range.nullable(),
  nextOrder: z.object({ expected: week, low: week, high: week }),
  orderValue: range.nullable(),
  lifetimeValue: range.nullable(),
  /** days with an order, the last of them, and the day it was counted */
  days: z.number(),
  lastDay: z.number(),
  upTo: z.number(),
});

export type Figures = z.infer<typeof figures>;

/** What is to be expected of a buyer; null when their numbers can't be. */
export function figuresOf(buyer: Buyer, models: Models, upTo: number): Figures | null {
  const said = predict(historyOf(buyer, upTo), models, HORIZON);
  return said && { ...rounded(said), days: buyer.days, lastDay: buyer.lastDay, upTo };
}

/** Figures as they were kept; null for what is none. */
export const readFigures = (kept: unknown): Figures | null => figures.safeParse(kept).data ?? null;

/** More digits than a forecast has are only more bytes. */
const rounded = (said: Prediction): Prediction =>
  JSON.parse(
    JSON.stringify(said, (_, value: unknown) =>
      typeof value === "number" ? Number(value.toPrecision(5)) : value,
    ),
  ) as Prediction;
