// Composes what the chat's embed reads at Shopify (settings/publish-storefront.server.ts).
import { db } from "../../db.server.ts";
import { readSetting } from "../../settings/read.server.ts";
import { publishChat, type PublishedChat } from "./published.ts";

/** A store's chat as its storefront shows it before anybody touched it. */
export const publishedChat = async (place: {
  workspaceId: string;
  storeId: string;
}): Promise<PublishedChat> => publishChat(await readSetting(db, place, "chat"));
