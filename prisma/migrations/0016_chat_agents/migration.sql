-- What shoppers see of the agent they chat with.
ALTER TABLE "Agent" ADD COLUMN "shownName" TEXT, ADD COLUMN "pictureKey" TEXT;
CREATE UNIQUE INDEX "Agent_workspaceId_pictureKey_key" ON "Agent" ("workspaceId", "pictureKey");
