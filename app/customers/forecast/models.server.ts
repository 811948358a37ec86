// The models of a store's buyers, out of what is written down of them.
import { setImmediate as breathe } from "node:timers/promises";
import { fitBuying, fitSpending } from "../prediction/fit.ts";
import { historyOf, type Buyer } from "./buyer.ts";
import { pageOfBuyers } from "./buyers.server.ts";
import { judged } from "./fit-record.ts";
import { holdOut } from "./held-out.ts";

interface Read {
  workspaceId: string;
  storeId: string;
  customers: number;
  upTo: number;
  cut: number;
  weeks: number;
}

/** Fits both models, and asks the weeks held out whether they are any good. */
export async function fitModels({ customers, upTo, cut, weeks, ...store }: Read) {
  const buyers = await readBuyers(store, customers);
  const histories = buyers.map((buyer) => historyOf(buyer, upTo));
  // Each of these keeps the process to itself for a moment; its heartbeat gets a word in between.
  const buying = fitBuying(histories);
  await breathe();
  const spending = fitSpending(histories.filter(({ average }) => average > 0));
  await breathe();
  const held = holdOut(buyers, cut, weeks);
  return { held, ...judged(buying, spending, held) };
}

const PAGE = 10_000;

/** More than these teach the models nothing more, and have to be held in memory. */
const MOST_FITTED = 200_000;

async function readBuyers(
  store: { workspaceId: string; storeId: string },
  customers: number,
): Promise<Buyer[]> {
  const every = Math.max(1, Math.ceil(customers / MOST_FITTED));
  const read: Buyer[] = [];
  for (let after = "", seen = 0; ;) {
    const page = await pageOfBuyers(store, after, PAGE);
    read.push(...page.filter((_, index) => (seen + index) % every === 0));
    seen += page.length;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return read;
    after = last.who;
  }
}
