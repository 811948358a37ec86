// The models by table kind. Prisma's client knows their names; which are directory tables is decided here,
// and prisma/drift.test.ts holds the schema's comments against it.
import { Prisma } from "@prisma/client";

/** Tables with global keys: they find the workspace (docs/decisions/003-tenancy.md). */
export const directoryTables = [
  "Session",
  "ShopDomain",
  "InboundAddress",
  "SendingDomain",
  "ReplyToken",
  "VisitorToken",
  "Received",
  "ReceivedPart",
];

/** Every other table: its rows belong to a workspace and stay there. */
export const tenantTables = Prisma.dmmf.datamodel.models
  .map(({ name }) => name)
  .filter((name) => !directoryTables.includes(name));
