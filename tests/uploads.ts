// Files an agent has uploaded for a reply that is being written.
import { db } from "../app/db.server.ts";
import { putFile } from "../app/files/store.server.ts";
import { newId } from "../app/lib/id.ts";
import { unique } from "./factories.ts";

/** An upload of so many bytes (or of these). With `size` alone nothing is stored but the row says so. */
export async function makeUpload(
  agent: { workspaceId: string; id: string },
  given: { name?: string; contentType?: string; bytes?: Buffer; size?: number } = {},
) {
  const bytes = given.bytes ?? Buffer.from("kvitto");
  const key = unique();
  const contentType = given.contentType ?? "application/pdf";
  await putFile(key, bytes, contentType);
  return db.file.create({
    data: {
      workspaceId: agent.workspaceId,
      id: newId(),
      uploadedById: agent.id,
      key,
      name: given.name ?? "kvitto.pdf",
      contentType,
      size: given.size ?? bytes.length,
    },
  });
}
