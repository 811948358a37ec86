// Scopes: read_locales for the languages; the shop itself needs none.

export const SHOP_DETAILS = `query ShopDetails {
  shop { id name currencyCode ianaTimezone primaryDomain { host } }
  shopLocales(published: true) { locale primary }
}`;

export interface ShopDetails {
  shop: {
    id: string;
    name: string;
    currencyCode: string;
    ianaTimezone: string;
    primaryDomain: { host: string };
  };
  shopLocales: { locale: string; primary: boolean }[] | null;
}
