/** Row 73: how many messages the thread shows (tickets/thread.server.ts reads as many). */
export const LATEST_SHOWN = 50;
