-- Actions on many tickets are forgotten some time after they ended.
CREATE INDEX bulk_ended ON "BulkAction" ("finishedAt") WHERE "finishedAt" IS NOT NULL;
