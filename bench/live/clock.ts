/** Now, in milliseconds with fractions, by a clock that this machine's pages have too. */
export const clock = (): number => performance.timeOrigin + performance.now();
