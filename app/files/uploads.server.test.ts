// Files by HTTP: an agent's uploads, and the links that lead to files (docs promises 50 and 52).
import { requestOf, tenant, visit } from "../../tests/admin-call.ts";
import { expect, test } from "vitest";
import { makeAgent, makeMessage } from "../../tests/factories.ts";
import { db } from "../db.server.ts";
import { DAY, later, now } from "../lib/clock.ts";
import { FileGone } from "../lib/file-gone.ts";
import { newId } from "../lib/id.ts";
import { handlers } from "../jobs/handlers.server.ts";
import { loader as download } from "../routes/files.$ticket.$name.ts";
import { action as drop } from "../routes/app.files.$fileId.ts";
import { action as upload } from "../routes/app.files.ts";
import type { ShownFile } from "./file.ts";
import { fileUrl } from "./link.server.ts";
import { readFile } from "./store.server.ts";
import { claimUploads, releaseUploads, sweepUploads } from "./uploads.server.ts";

const bytes = Buffer.from("%PDF-1.7\nhej");

async function uploaded(token: string, name = "Kvitto på jackan.pdf", body: Buffer = bytes) {
  const request = new Request("http://127.0.0.1:3000/app/files", {
    method: "POST",
    headers: {
      ...Object.fromEntries(requestOf(token).headers),
      "Content-Type": "application/octet-stream",
      "X-File-Name": encodeURIComponent(name),
    },
    body: new Uint8Array(body),
  });
  const answer = await upload({ request, params: {}, context: {} });
  return {
    status: answer.status,
    body: (await answer.json()) as ShownFile & { error?: string; detail?: object },
  };
}

async function follow(url: string) {
  const [, , ticket = "", name = ""] = url.split("/");
  const request = new Request(`http://127.0.0.1:3000${url}`);
  return download({ request, params: { ticket, name: decodeURIComponent(name) }, context: {} });
}

const row = (workspaceId: string, id: string) =>
  db.file.findUnique({ where: { workspaceId_id: { workspaceId, id } } });

test("an upload is what its bytes are, and its link gives it back to be saved and never run", async () => {
  const { token, workspace, agent } = await tenant();
  const { status, body } = await uploaded(token());
  expect(status).toBe(200);
  expect(body).toMatchObject({
    name: "Kvitto på jackan.pdf",
    contentType: "application/pdf",
    size: bytes.length,
  });
  expect(body).not.toHaveProperty("key");
  expect(await row(workspace.id, body.id)).toMatchObject({ messageId: null, uploadedById: agent.id });
  const answer = await follow(body.url ?? "");
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-length": String(bytes.length),
    "content-disposition": `attachment; filename="Kvitto pa jackan.pdf"; filename*=UTF-8''Kvitto%20p%C3%A5%20jackan.pdf`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "cross-origin",
    "cache-control": expect.stringContaining("private"),
  });
});

test("HTML, SVG and script go out as bytes without a meaning", async () => {
  const { token } = await tenant();
  for (const [name, text] of [
    ["x.html", "<html><script>1</script>"],
    ["x.svg", "<svg onload='1'/>"],
    ["../../x.js", "alert(1)"],
  ] as const) {
    const { body } = await uploaded(token(), name, Buffer.from(text));
    expect(body.danger).toBe("script");
    const { headers } = await follow(body.url ?? "");
    expect(headers.get("content-type")).toMatch(/^(application\/octet-stream|text\/plain)$/);
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="x\.\w+"$/);
  }
});

test("a link that is altered, of nobody's file, of bytes that are gone: the same answer", async () => {
  const { token, workspace } = await tenant();
  const other = await tenant();
  const { body } = await uploaded(token());
  const url = body.url ?? "";
  const gone = await db.file.create({
    data: {
      workspaceId: workspace.id,
      id: newId(),
      messageId: null,
      uploadedById: (await makeAgent(workspace)).id,
      key: `aa/bb/${newId()}`,
      name: "a",
      contentType: "a/b",
      size: 1,
    },
  });
  const links = [
    url.replace(workspace.id, other.workspace.id),
    url.replace(body.id, newId()),
    `${url.slice(0, 60)}x${url.slice(61)}`,
    fileUrl({ workspaceId: workspace.id, id: newId(), name: "a" }),
    fileUrl(gone),
    "/files/x/y",
  ];
  const answers = await Promise.all(
    links.map(async (link) => {
      const answer = await follow(link);
      return `${answer.status} ${await answer.text()}`;
    }),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(/^404 /);
});

test("too large, empty or unnamed as nobody can read it: refused, and nothing is kept", async () => {
  const { token, workspace } = await tenant();
  const before = await db.file.count({ where: { workspaceId: workspace.id } });
  const most = 10 * 1024 * 1024;
  expect(await uploaded(token(), "a", Buffer.alloc(most + 1))).toMatchObject({
    status: 413,
    body: { error: "too-large", detail: { most } },
  });
  expect((await uploaded(token(), "a", Buffer.alloc(0))).status).toBe(422);
  const bad = await visit(upload, { token: token(), method: "POST", headers: { "X-File-Name": "%E0%A4%A" } });
  expect(bad.status).toBe(400);
  expect((await visit(upload, { token: null, method: "POST" })).status).not.toBe(200);
  expect(await db.file.count({ where: { workspaceId: workspace.id } })).toBe(before);
});

test("an unsent upload can be taken away by who put it there, and by nobody else", async () => {
  const { token, workspace } = await tenant();
  const other = await tenant();
  const { body } = await uploaded(token());
  const { key } = (await row(workspace.id, body.id)) ?? { key: "" };
  const away = (by: string, fileId: string) =>
    visit(drop, { token: by, method: "DELETE", params: { fileId } });
  expect((await away(other.token(), body.id)).status).toBe(404);
  expect((await away(token(), body.id)).status).toBe(200);
  expect((await away(token(), body.id)).status).toBe(404);
  expect((await away(token(), "x")).status).toBe(404);
  await runRemovals(key);
  await expect(readFile(key)).rejects.toBeInstanceOf(FileGone);
});

test("uploads become a message's files once, and its sender's again when it is taken back", async () => {
  const { token, workspace, agent, ticket, colleague } = await tenant();
  const first = (await uploaded(token())).body;
  const second = (await uploaded(token())).body;
  const workspaceId = workspace.id;
  const claim = (fileIds: string[], agentId: string, messageId: string) =>
    db.$transaction((tx) => claimUploads(tx, { workspaceId, agentId, fileIds, messageId }));
  const message = await makeMessage(ticket, { kind: "outbound" });
  const another = await makeMessage(ticket, { kind: "outbound" });
  await expect(claim([first.id], colleague.id, message.id)).rejects.toMatchObject({ code: "invalid" });
  await expect(claim([first.id, newId()], agent.id, message.id)).rejects.toMatchObject({ code: "invalid" });
  await expect(claim(["'; --"], agent.id, message.id)).rejects.toMatchObject({ code: "invalid" });
  await claim([first.id, second.id, first.id], agent.id, message.id);
  await expect(claim([first.id], agent.id, another.id)).rejects.toMatchObject({ code: "invalid" });
  expect((await visit(drop, { token: token(), method: "DELETE", params: { fileId: first.id } })).status).toBe(
    404,
  );
  await db.$transaction((tx) =>
    releaseUploads(tx, { workspaceId, messageId: message.id, agentId: agent.id }),
  );
  await claim([first.id], agent.id, another.id);
});

test("an upload that is never sent goes after a day, with its bytes; one that is sent stays", async () => {
  const { token, workspace, agent, ticket, upload: other } = await tenant();
  const workspaceId = workspace.id;
  const [sent, forgotten, fresh] = [
    await uploaded(token()),
    await uploaded(token()),
    await uploaded(token()),
  ];
  const message = await makeMessage(ticket, { kind: "outbound" });
  await db.$transaction((tx) =>
    claimUploads(tx, { workspaceId, agentId: agent.id, fileIds: [sent.body.id], messageId: message.id }),
  );
  await db.file.updateMany({
    where: { workspaceId, id: { in: [sent.body.id, forgotten.body.id] } },
    data: { createdAt: later(now(), -DAY - 1) },
  });
  const { key } = (await row(workspaceId, forgotten.body.id)) ?? { key: "" };
  await sweepUploads();
  const left = await db.file.findMany({ where: { workspaceId }, select: { id: true } });
  expect(left.map(({ id }) => id).sort()).toEqual([other.id, sent.body.id, fresh.body.id].sort());
  await runRemovals(key);
  await expect(readFile(key)).rejects.toBeInstanceOf(FileGone);
});

/** Does the waiting job that names this key, as the worker would. */
async function runRemovals(key: string): Promise<void> {
  const jobs = await db.$queryRaw<{ data: { keys: string[] } }[]>`
    SELECT data FROM pgboss.job WHERE name = 'remove-files' AND data->'keys' ? ${key}`;
  expect(jobs).toHaveLength(1);
  for (const { data } of jobs) await handlers["remove-files"](data, { lastTry: false });
}
