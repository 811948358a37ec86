// An agent's words in a chat: their visitor reads them as soon as they are written, so handing them over is saying so.
import { db } from "../../db.server.ts";
import type { Channel } from "../channel.ts";

export const chatChannel: Channel = {
  kind: "chat",
  send: async ({ workspaceId, id }) => {
    await db.message.updateMany({
      where: { workspaceId, id, delivery: "queued" },
      data: { delivery: "sent" },
    });
  },
};
