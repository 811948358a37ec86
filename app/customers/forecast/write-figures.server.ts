import type { ForecastFit } from "@prisma/client";
import { db } from "../../db.server.ts";
import { now } from "../../lib/clock.ts";
import type { Buyer } from "./buyer.ts";
import { pageOfBuyers } from "./buyers.server.ts";
import { figuresOf, type Figures } from "./figures.ts";
import { usable, type KeptModels } from "./fit-record.ts";

/** So many are reckoned between two writes: about as long as a page may keep others waiting. */
const CHUNK = 500;

/** Writes the figures of every buyer, chunk by chunk, for about `ms`. Returns whether all of them have theirs. */
export async function writeFigures(fit: ForecastFit, ms: number): Promise<boolean> {
  const until = performance.now() + ms;
  const models = usable(fit.models as unknown as KeptModels);
  // Most buy once, and those who did so on the same day are expected to do the same.
  const once = new Map<number, Figures | null>();
  const reckon = (buyer: Buyer): Figures | null => {
    if (buyer.days > 1) return figuresOf(buyer, models, fit.upTo);
    if (!once.has(buyer.firstDay)) once.set(buyer.firstDay, figuresOf(buyer, models, fit.upTo));
    return once.get(buyer.firstDay) ?? null;
  };
  for (let after = fit.position ?? "", { done } = fit; performance.now() < until;) {
    const buyers = await pageOfBuyers(fit, after, CHUNK);
    const last = buyers.at(-1);
    if (!last) return true;
    after = last.who;
    done += buyers.length;
    await keep(
      fit,
      buyers.map((buyer) => ({ who: buyer.who, figures: reckon(buyer) })),
      after,
      done,
    );
    if (buyers.length < CHUNK) return true;
  }
  return false;
}

/** A row that is gone meanwhile, as when its buyer was erased, stays gone. */
const keep = (
  { workspaceId, storeId, id }: ForecastFit,
  rows: { who: string; figures: Figures | null }[],
  position: string,
  done: number,
): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE "CustomerForecast" f SET figures = row.figures, "fitId" = ${id}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row(who text, figures jsonb)
      WHERE f."workspaceId" = ${workspaceId}::uuid AND f."storeId" = ${storeId}::uuid AND f.who = row.who`;
    await tx.forecastFit.updateMany({
      where: { workspaceId, id },
      data: { position, done, updatedAt: now() },
    });
  });
