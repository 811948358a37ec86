// A shop's range as it is written down by hand, and the products and variants it becomes.
import type { Product } from "./types.ts";

export type Fit = "women" | "men" | "all" | "children";

export interface CatalogItem {
  title: string;
  description: string;
  /** in whole kronor */
  price: number;
  /** sizes, colours or whatever the variants are told apart by; one entry = a product without options */
  options: string[];
  /** the middle part of the SKUs */
  code: string;
  fit: Fit;
}

export interface Range {
  vendor: string;
  skuPrefix: string;
  firstProductId: number;
  firstVariantId: number;
  items: CatalogItem[];
}

/** Title Shopify gives the only variant of a product without options. */
export const ONLY_VARIANT = "Default Title";

/** The products of a range, with ids, handles, SKUs and decimal prices. */
export function productsOf(range: Range): Product[] {
  return range.items.map((item, position) => ({
    id: String(range.firstProductId + position * 32_749),
    handle: handleOf(item.title),
    title: item.title,
    description: item.description,
    vendor: range.vendor,
    variants: item.options.map((option, place) => ({
      id: String(range.firstVariantId + position * 327_490 + place * 32_749),
      title: option,
      sku: skuOf(range, item, option),
      price: decimal(item.price),
    })),
  }));
}

/** "FR-DRD-M"; a product without options has no last part. */
export function skuOf(range: Range, item: CatalogItem, option: string): string {
  const base = `${range.skuPrefix}-${item.code}`;
  return option === ONLY_VARIANT
    ? base
    : `${base}-${plain(option)
        .toUpperCase()
        .replaceAll(/[^A-Z0-9]+/g, "")}`;
}

/** Whole kronor as Shopify's decimal string. */
export function decimal(kronor: number): string {
  return kronor.toFixed(2);
}

function handleOf(title: string): string {
  return plain(title)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

/** Letters without their rings, dots and strokes. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .replaceAll("æ", "ae")
    .replaceAll("Æ", "AE")
    .replaceAll("ø", "o")
    .replaceAll("Ø", "O");
}
