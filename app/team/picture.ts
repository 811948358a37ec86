// How large an agent's picture may be. The page makes any picture fit before it sends it. Pure.

export const PIXELS = 192;
export const MOST_PIXELS = 512;
export const MOST_BYTES = 200 * 1024;
