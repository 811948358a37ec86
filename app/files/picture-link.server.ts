// Links to pictures from elsewhere, fetched through us: made only for addresses that stand in a message.
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "../env.server.ts";
import { HOUR, now } from "../lib/clock.ts";
import { once } from "../lib/once.server.ts";

const LASTS = 12 * HOUR;

/** Where we show the picture that is at `address`, as a path of ours; rounded to the hour, so that browsers keep it. */
export function pictureUrl(address: string): string {
  const expires = Math.ceil((now().getTime() + LASTS) / HOUR) * HOUR;
  const ticket = `${Buffer.from(address).toString("base64url")}.${expires}`;
  return `/images/${ticket}.${sign(ticket)}`;
}

/** Which address a link's ticket is for; null when it is altered, expired or none of ours. */
export function readPictureTicket(ticket: string): string | null {
  const [address = "", expires = "", signature = ""] = ticket.split(".");
  const signed = Buffer.from(sign(`${address}.${expires}`));
  const given = Buffer.from(signature);
  if (signed.length !== given.length || !timingSafeEqual(signed, given)) return null;
  return Number(expires) > now().getTime() ? Buffer.from(address, "base64url").toString() : null;
}

const key = () =>
  once("picture-link-key", () =>
    createHmac("sha256", Buffer.from(env.TOKEN_ENCRYPTION_KEY, "base64")).update("picture links").digest(),
  );

const sign = (text: string): string => createHmac("sha256", key()).update(text).digest("base64url");
