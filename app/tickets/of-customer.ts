// How the number of a customer's tickets is said. Pure.

export const MOST_COUNTED = 999;

/** "999+" for whoever writes all day: nobody counts further than that. */
export const sayCount = (count: number, locale: string): string =>
  count > MOST_COUNTED ? `${MOST_COUNTED}+` : new Intl.NumberFormat(locale).format(count);
