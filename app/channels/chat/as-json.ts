import type { Prisma } from "@prisma/client";

/** What was parsed, as a column of JSON takes it: without what is not there. */
export const asJson = (parsed: object): Prisma.InputJsonObject =>
  JSON.parse(JSON.stringify(parsed)) as Prisma.InputJsonObject;
