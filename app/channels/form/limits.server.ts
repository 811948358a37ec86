// How many forms are taken: from one address, from one browser's network, by one store. Raw rows are counted, not
// messages: those still being taken in must count too.
import { createHmac } from "node:crypto";
import { db, type Tx } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { AppError } from "../../errors.ts";
import { HOUR, later, MINUTE, now } from "../../lib/clock.ts";
import { once } from "../../lib/once.server.ts";

interface Place {
  workspaceId: string;
  storeId: string;
}

/** More is a robot, or somebody else's address being misused. */
const PER_ADDRESS = 10;
/** A household or an office may write more than one person does. */
const PER_NETWORK = 30;
/** Far above any store's worst day: what comes then is a flood, and would only fill its inbox. */
const PER_STORE = 2000;

/** Throws AppError "too-many" (detail.retryAfter in seconds) when one of them has had its share of this hour. */
export async function refuseTooMany(
  tx: Tx,
  { workspaceId, storeId }: Place,
  sender: { address: string; from?: string },
): Promise<void> {
  const shares = [
    { most: PER_ADDRESS, of: { headers: { path: ["address"], equals: sender.address } } },
    ...(sender.from ? [{ most: PER_NETWORK, of: { headers: { path: ["from"], equals: sender.from } } }] : []),
    { most: PER_STORE, of: { storeId } },
  ];
  for (const { most, of } of shares) {
    const oldest = await tx.received.findMany({
      where: { workspaceId, source: "form", receivedAt: { gt: later(now(), -HOUR) }, ...of },
      orderBy: { receivedAt: "desc" },
      skip: most - 1,
      take: 1,
      select: { receivedAt: true },
    });
    if (oldest[0])
      throw new AppError("too-many", { retryAfter: secondsUntil(later(oldest[0].receivedAt, HOUR)) });
  }
}

const secondsUntil = (free: Date): number =>
  Math.max(1, Math.ceil((free.getTime() - now().getTime()) / 1000));

/** So many in so short a time are not a store's customers. */
const ATTACK = { forms: 60, within: 10 * MINUTE };

/** Whether pages with script have to prove that they are no flood. */
export async function isUnderAttack({ workspaceId, storeId }: Place): Promise<boolean> {
  const many = await db.received.findMany({
    where: { workspaceId, source: "form", storeId, receivedAt: { gt: later(now(), -ATTACK.within) } },
    orderBy: { receivedAt: "desc" },
    skip: ATTACK.forms - 1,
    take: 1,
    select: { id: true },
  });
  return many.length > 0;
}

/** A network address as it is kept: enough to count by, not to find anybody with. */
export const traceOf = (address: string): string =>
  createHmac("sha256", key()).update(address).digest("base64url").slice(0, 22);

const key = () =>
  once("form-trace-key", () =>
    createHmac("sha256", Buffer.from(env.TOKEN_ENCRYPTION_KEY, "base64")).update("form traces").digest(),
  );
