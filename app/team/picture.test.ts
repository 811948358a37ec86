// An agent's picture by HTTP: uploaded by themselves, seen by whoever has its link.
import { expect, test } from "vitest";
import { requestOf, tenant } from "../../tests/admin-call.ts";
import { db } from "../db.server.ts";
import { action as picture } from "../routes/app.settings.own.picture.ts";
import { loader as face } from "../routes/faces.$ticket.ts";
import { readFile } from "../files/store.server.ts";

/** The head of a PNG of this size: as much of it as is looked at. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64);
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  Buffer.from("0806000000", "hex").copy(bytes, 24);
  Buffer.from("0000000049444154", "hex").copy(bytes, 33);
  return bytes;
}

async function upload(token: string, body: Buffer | null) {
  const { headers } = requestOf(token);
  headers.delete("Content-Type");
  const method = body ? "POST" : "DELETE";
  const request = new Request("http://127.0.0.1:3000/app/settings/own/picture", {
    method,
    headers,
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
  const answer = await picture({ request, params: {}, context: {} });
  const said = (await answer.json()) as { url: string | null; detail?: { reason?: string } };
  return { status: answer.status, ...said };
}

async function see(url: string) {
  const ticket = url.split("/").at(-1) ?? "";
  return face({ request: new Request(url), params: { ticket }, context: {} });
}

test("a picture is for whoever has its link, as a picture and nothing else, and is gone when it is taken away", async () => {
  const { token, workspace, agent } = await tenant();
  const { status, url } = await upload(token(), png(192, 192));
  expect(status).toBe(200);
  const seen = await see(url ?? "");
  expect(Buffer.from(await seen.arrayBuffer()).equals(png(192, 192))).toBe(true);
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "cross-origin",
  });
  const { pictureKey } = await db.agent.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: workspace.id, id: agent.id } },
  });
  expect(await readFile(pictureKey ?? "")).toHaveLength(64);
  expect(await upload(token(), null)).toMatchObject({ status: 200, url: null });
  expect((await see(url ?? "")).status).toBe(404);
});

test("a picture changed has another link, and the old one leads nowhere", async () => {
  const { token } = await tenant();
  const first = await upload(token(), png(192, 192));
  const second = await upload(token(), png(64, 64));
  expect((await see(first.url ?? "")).status).toBe(404);
  expect((await see(second.url ?? "")).status).toBe(200);
});

test("what is no small square picture by its bytes is refused, and the one they had stays", async () => {
  const { token } = await tenant();
  const { url } = await upload(token(), png(192, 192));
  const refused = [
    [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "type"],
    [Buffer.from("GIF89a\x01\x00\x01\x00"), "type"],
    [png(192, 191), "square"],
    [png(5000, 5000), "size"],
    [Buffer.alloc(0), "type"],
  ] as const;
  for (const [bytes, reason] of refused)
    expect(await upload(token(), bytes)).toMatchObject({ status: 422, detail: { reason } });
  expect((await upload(token(), Buffer.alloc(300_000))).status).toBe(413);
  expect((await see(url ?? "")).status).toBe(200);
});

test("a link that is altered or of another workspace leads nowhere", async () => {
  const [{ token, workspace }, other] = await Promise.all([tenant(), tenant()]);
  const { url } = await upload(token(), png(64, 64));
  const links = [
    (url ?? "").replace(workspace.id, other.workspace.id),
    `${(url ?? "").slice(0, -1)}!`,
    `${(url ?? "").slice(0, -3)}aaa`,
    "http://x/faces/..",
  ];
  expect(await Promise.all(links.map(async (link) => (await see(link)).status))).toEqual([
    404, 404, 404, 404,
  ]);
});
