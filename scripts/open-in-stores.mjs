import { once } from "./database.mjs";
import { Trouble } from "./trouble.mjs";

/** The sandbox forgets its tokens when it stops. So do we, or it would refuse the ones we kept. */
export const forgetSessions = (url) => once(url, (client) => client.query('DELETE FROM "Session"'));

/**
 * Opens the app once in every store, as an owner did long ago: from then on the app has each store's own
 * token, and a ticket of either store shows its customer whichever admin is open.
 */
export async function openInStores(env) {
  const { rows } = await once(env.DATABASE_URL, (client) =>
    client.query(
      `SELECT d.domain AS shop, min(s."shopifyUserId") AS staff
       FROM "ShopDomain" d
       JOIN "StaffAccount" s ON s."workspaceId" = d."workspaceId" AND s."storeId" = d."storeId"
       JOIN "Agent" a ON a."workspaceId" = s."workspaceId" AND a.id = s."agentId" AND a.role = 'owner'
       GROUP BY d.domain`,
    ),
  );
  for (const { shop, staff } of rows) await open(env, shop, staff);
}

async function open(env, shop, staff) {
  const { token } = await (await post(`${env.SANDBOX_URL}/control/session-token`, { shop, staff })).json();
  // The library takes Node's own user agent for a robot.
  const headers = { Authorization: `Bearer ${token}`, "User-Agent": "Mozilla/5.0 (samla demo)" };
  const answer = await fetch(`${env.SHOPIFY_APP_URL}/app/tickets`, { headers });
  await answer.text();
  if (!answer.ok) throw new Trouble(`The app does not open in ${shop}: it says ${answer.status}.`);
}

async function post(url, body) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Trouble(`${url} says ${answer.status}: ${await answer.text()}`);
  return answer;
}
