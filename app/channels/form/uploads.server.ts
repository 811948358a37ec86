// Files a shopper puts into a form before sending it, one request each.
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { keepShopperUpload, type ShopperUpload } from "../../files/shopper-uploads.server.ts";
import { HOUR, later, MINUTE, now } from "../../lib/clock.ts";
import { mayPass } from "../../lib/rate.ts";

const PER_NETWORK = { calls: 40, within: 10 * MINUTE };
/** Uploads of a workspace that wait for their form: more is somebody filling the storage. */
const MOST_WAITING = 1000;

/** Keeps one. Throws what keepShopperUpload throws, and "too-many". */
export async function takeUpload(
  { workspaceId, address }: { workspaceId: string; address: string | null },
  file: { name: string; bytes: Buffer },
): Promise<ShopperUpload> {
  if (address && !mayPass(`upload:${workspaceId}:${address}`, PER_NETWORK)) throw tooMany();
  const waiting = await db.file.findMany({
    where: {
      workspaceId,
      messageId: null,
      uploadHash: { not: null },
      createdAt: { gt: later(now(), -HOUR) },
    },
    select: { id: true },
    skip: MOST_WAITING,
    take: 1,
  });
  if (waiting.length) throw tooMany();
  return keepShopperUpload({ workspaceId }, file);
}

const tooMany = () => new AppError("too-many", { retryAfter: 60 });
