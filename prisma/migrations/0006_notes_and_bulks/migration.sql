-- Notes can be deleted: out of sight at once, gone for good when that cannot be undone any more.
ALTER TABLE "Message" ADD COLUMN "deletedAt" TIMESTAMPTZ(3);
-- Not checked on what is there: the column is new, and a large table would stand still meanwhile.
ALTER TABLE "Message" ADD CONSTRAINT message_deleted_when_note CHECK ("deletedAt" IS NULL OR kind = 'note') NOT VALID;
CREATE INDEX message_deleted ON "Message" ("deletedAt") WHERE "deletedAt" IS NOT NULL;

-- Actions on many tickets are forgotten some time after they ended.
CREATE INDEX bulk_ended ON "BulkAction" ("finishedAt") WHERE "finishedAt" IS NOT NULL;
