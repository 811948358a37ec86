-- Who has the app open, and which chats came while a store was closed (docs/decisions/043-office-hours.md).
ALTER TABLE "Agent" ADD COLUMN "openAt" TIMESTAMPTZ(3);

-- A store's latest chats: how long its visitors wait for an answer.
DROP INDEX "Chat_workspaceId_storeId_idx";
CREATE INDEX "Chat_workspaceId_storeId_startedAt_idx" ON "Chat" ("workspaceId", "storeId", "startedAt");
-- What is put first in line when work begins.
CREATE INDEX chat_to_raise ON "Chat" ("workspaceId", "storeId", "startedAt") WHERE offline AND "raisedAt" IS NULL;
