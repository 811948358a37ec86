// How a store's mail looks from outside: name, address and signature of its brand.
import { z } from "zod";
import { db, type Tx } from "../db.server.ts";
import { env } from "../env.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { cleanText } from "../lib/clean-text.ts";
import { isId } from "../lib/id.ts";
import { oneLine } from "../mail/text.ts";
import { senderAddressOf } from "./sender.ts";
import { domainOf } from "./support-address.ts";

const MOST_NAME = 100;
const MOST_SIGNATURE = 2_000;

const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

export interface Sender {
  storeId: string;
  storeName: string;
  senderName: string;
  senderAddress: string | null;
  signature: string;
  /** what From says now */
  effective: string;
  /** what it says until an own address counts */
  fallback: string;
}

/** The address this brand's mail leaves from now. */
export async function senderAddressNow(
  tx: Tx,
  brand: { workspaceId: string; senderAddress: string | null },
): Promise<string> {
  if (!brand.senderAddress) return env.MAIL_FROM;
  const domain = await tx.sendingDomain.findUnique({ where: { name: domainOf(brand.senderAddress) } });
  const own = domain?.workspaceId === brand.workspaceId ? domain : null;
  return senderAddressOf(brand, own, env.MAIL_FROM);
}

/** The default brand of every store. */
export async function listSenders(workspace: { id: string }): Promise<Sender[]> {
  const where = { workspaceId: workspace.id };
  const [brands, domains] = await Promise.all([
    db.brand.findMany({
      where: { ...where, isDefault: true },
      include: { store: { select: { name: true } } },
      orderBy: { createdAt: "asc" },
      take: 100,
    }),
    db.sendingDomain.findMany({ where, take: 100 }),
  ]);
  return brands.map((brand) => {
    const domain = domains.find(({ name }) => name === domainOf(brand.senderAddress ?? "")) ?? null;
    return {
      storeId: brand.storeId,
      storeName: brand.store.name,
      senderName: brand.senderName,
      senderAddress: brand.senderAddress,
      signature: brand.signature,
      effective: senderAddressOf(brand, domain, env.MAIL_FROM),
      fallback: env.MAIL_FROM,
    };
  });
}

/**
 * Changes them for a store. An address must be of a domain this workspace added; it is used once that is proven.
 * Throws not-found, or invalid ({ field, reason }).
 */
export async function changeSender(
  workspace: { id: string },
  storeId: string,
  wish: { senderName: string; senderAddress: string; signature: string },
  { by }: { by: Actor },
): Promise<void> {
  const senderName = oneLine(cleanText(wish.senderName, 1_000));
  if (!senderName || senderName.length > MOST_NAME) throw refused("senderName", "name");
  const signature = cleanText(wish.signature, MOST_SIGNATURE + 1).trim();
  if (signature.length > MOST_SIGNATURE) throw refused("signature", "too-long");
  await db.$transaction(async (tx) => {
    const brand = isId(storeId)
      ? await tx.brand.findFirst({ where: { workspaceId: workspace.id, storeId, isDefault: true } })
      : null;
    if (!brand) throw new AppError("not-found");
    const senderAddress = await readSenderAddress(tx, workspace.id, wish.senderAddress);
    await tx.brand.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id: brand.id } },
      data: { senderName, senderAddress, signature },
    });
    await recordEvent(tx, workspace.id, {
      type: "sender-changed",
      by,
      data: { brandId: brand.id, storeId, senderName, senderAddress },
    });
  });
}

async function readSenderAddress(tx: Tx, workspaceId: string, written: string): Promise<string | null> {
  if (!written.trim()) return null;
  const parsed = email.safeParse(written);
  if (!parsed.success) throw refused("senderAddress", "no-address");
  const domain = await tx.sendingDomain.findUnique({ where: { name: domainOf(parsed.data) } });
  if (domain?.workspaceId !== workspaceId) throw refused("senderAddress", "no-domain");
  return parsed.data;
}

const refused = (field: string, reason: string): AppError => new AppError("invalid", { field, reason });
