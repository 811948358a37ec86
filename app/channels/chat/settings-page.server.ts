// What the settings page shows of a store's chat.
import { db } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { AppError } from "../../errors.ts";
import { storefrontLanguage, type StorefrontLanguage } from "../../i18n/storefront-language.ts";
import { publicationOf, type Publication } from "../../settings/publish-storefront.server.ts";
import { readSetting } from "../../settings/read.server.ts";
import type { SettingValue } from "../../settings/settings.ts";
import { listSenders } from "../../workspace/sender.server.ts";
import { listStores } from "../../workspace/stores.server.ts";

export interface ChatSettingsView {
  store: { id: string; name: string; language: StorefrontLanguage };
  stores: { id: string; name: string }[];
  chat: SettingValue<"chat">;
  /** what a follow-up may come from: connected addresses of the store */
  addresses: { id: string; address: string }[];
  /** what it comes from otherwise */
  sender: string;
  /** Shopify's theme editor, where the chat is switched on */
  editor: string;
  /** whether Shopify shows what is set here */
  publication: Publication;
}

/** The chat of one of the workspace's stores. Throws not-found for others. */
export async function viewChatSettings(
  workspace: { id: string },
  storeId: string | undefined,
): Promise<ChatSettingsView> {
  const workspaceId = workspace.id;
  const stores = await listStores(workspace);
  const store = stores.find(({ id }) => id === storeId);
  if (!store) throw new AppError("not-found");
  const place = { workspaceId, storeId: store.id };
  const [chat, row, addresses, senders, publication] = await Promise.all([
    readSetting(db, place, "chat"),
    db.store.findUnique({
      where: { workspaceId_id: { workspaceId, id: store.id } },
      select: { locale: true },
    }),
    db.supportAddress.findMany({
      where: { ...place, confirmedAt: { not: null }, retiredAt: null },
      select: { id: true, address: true },
      orderBy: { createdAt: "asc" },
      take: 100,
    }),
    listSenders(workspace),
    publicationOf(place),
  ]);
  return {
    store: { id: store.id, name: store.name, language: storefrontLanguage(row?.locale) },
    stores: stores.map(({ id, name }) => ({ id, name })),
    chat,
    addresses,
    sender: senders.find((one) => one.storeId === store.id)?.effective ?? env.MAIL_FROM,
    publication,
    editor: themeEditor(store.shopDomain),
  };
}

/** Where the theme editor opens with the chat chosen among the app embeds. */
const themeEditor = (shopDomain: string): string =>
  `https://${shopDomain}/admin/themes/current/editor?${new URLSearchParams({
    context: "apps",
    template: "index",
    activateAppId: `${env.SHOPIFY_API_KEY}/chat`,
  }).toString()}`;
