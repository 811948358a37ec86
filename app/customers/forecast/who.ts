// Whose orders are forecast together: one of our customers, a customer of Shopify's nobody here has met, or a guest.

/** What a buyer may stand under. */
export interface Known {
  customerIds: readonly string[];
  /** the numbers in gid://shopify/Customer/… */
  shopifyIds: readonly string[];
  emails: readonly string[];
}

/** Every name a person's figures may be kept under: they may have been a guest when they were made. */
export const namesOf = ({ customerIds, shopifyIds, emails }: Known): string[] => [
  ...customerIds.map((id) => `c:${id}`),
  ...shopifyIds.map((id) => `s:${id}`),
  ...emails.map((email) => `e:${email}`),
];
