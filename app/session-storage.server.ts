// Shopify's own Prisma storage, with the tokens sealed before they reach the table.
import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { PrismaSessionStorage } from "@shopify/shopify-app-session-storage-prisma";
import { db } from "./db.server.ts";
import { env } from "./env.server.ts";
import { open, seal } from "./lib/secret-box.server.ts";
import { once } from "./lib/once.server.ts";

const key = Buffer.from(env.TOKEN_ENCRYPTION_KEY, "base64");
const table = () => once("session-table", () => new PrismaSessionStorage(db));

/** Where the Shopify library keeps sessions: access and refresh tokens are encrypted at rest. */
export const sessionStorage: SessionStorage = {
  storeSession: (session) => table().storeSession(withTokens(own(session), (token) => seal(token, key))),
  loadSession: async (id) => unsealed(await table().loadSession(id)),
  deleteSession: (id) => table().deleteSession(id),
  deleteSessions: (ids) => table().deleteSessions(ids),
  findSessionsByShop: async (shop) =>
    (await table().findSessionsByShop(shop)).map(unsealed).filter((session) => session !== undefined),
};

/** The table has one column for scopes. Of an online token it is what the person may use, not what the app was granted. */
function own(session: Session): Session {
  const theirs = session.onlineAccessInfo?.associated_user_scope;
  return theirs ? new Session({ ...session.toObject(), scope: theirs }) : session;
}

/** A session whose tokens can't be opened (the key was changed) is no session: the library asks for a new one. */
function unsealed(session: Session | undefined): Session | undefined {
  if (!session) return undefined;
  try {
    return withTokens(session, (token) => open(token, key));
  } catch {
    return undefined;
  }
}

function withTokens(session: Session, change: (token: string) => string): Session {
  return new Session({
    ...session.toObject(),
    ...(session.accessToken ? { accessToken: change(session.accessToken) } : {}),
    ...(session.refreshToken ? { refreshToken: change(session.refreshToken) } : {}),
  });
}
