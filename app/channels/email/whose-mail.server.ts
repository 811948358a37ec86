// Who is to look at a mail that could not be read? Without that nobody would ever see it.
import { db } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { tokenIn } from "../../mail/addresses.ts";

/** Where Postmark writes whom it is for: before text and attachments. */
const BEGINNING = 64 * 1024;
const MOST = 50;

/**
 * The workspace that a mail's first bytes name, whatever else is wrong with them: by the address it was delivered
 * to, else by the others, unless they are several workspaces'. Else the only workspace there is; null when nobody can
 * be told.
 */
export async function whoseMail(body: Buffer): Promise<string | null> {
  const beginning = body.subarray(0, BEGINNING).toString("utf8").toLowerCase();
  const [, delivered] = /"originalrecipient"\s*:\s*"([^"\\]{1,300})"/.exec(beginning) ?? [];
  const named = delivered ? [delivered] : (beginning.match(ADDRESS) ?? []);
  const [first, ...others] = await workspacesOf([...new Set(named)].slice(0, MOST));
  return first && !others.length ? first : onlyWorkspace();
}

const ADDRESS = /[\w.+-]{1,100}@[\w.-]{1,100}/g;

async function workspacesOf(addresses: string[]): Promise<string[]> {
  const tokens = addresses
    .map((address) => tokenIn(address, env.POSTMARK_INBOUND_ADDRESS))
    .filter((token) => token !== null);
  const select = { workspaceId: true };
  const [tickets, stores] = await Promise.all([
    db.replyToken.findMany({ where: { token: { in: tokens } }, select }),
    db.inboundAddress.findMany({
      where: { OR: [{ token: { in: tokens } }, { address: { in: addresses } }] },
      select,
    }),
  ]);
  return [...new Set([...tickets, ...stores].map(({ workspaceId }) => workspaceId))];
}

async function onlyWorkspace(): Promise<string | null> {
  // eslint-disable-next-line samla/tenant-where -- whether there is more than one
  const [first, second] = await db.workspace.findMany({ select: { id: true }, take: 2 });
  return first && !second ? first.id : null;
}
