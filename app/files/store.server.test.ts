import { sandbox } from "../../tests/setup/sandbox.ts";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { objectKeys } from "../../sandbox/objects/routes.ts";
import { objectStore } from "../clients/object-store.server.ts";
import { FileGone } from "../lib/file-gone.ts";
import { newId } from "../lib/id.ts";
import { keyOfPart, newKey } from "./key.server.ts";
import { localStore } from "./local-store.server.ts";
import type { FileStore } from "./store.server.ts";

const folder = mkdtempSync(join(tmpdir(), "samla-store-"));
const remote = objectStore({ endpoint: `${sandbox.url}/objects`, ...objectKeys });
const drivers: [string, FileStore][] = [
  ["the local disk", localStore(folder)],
  ["an object store", remote],
];
const everyByte = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 256));

const read = async (store: FileStore, key: string) =>
  Buffer.from(await new Response(await store.open(key)).arrayBuffer());

describe.each(drivers)("%s", (_name, store) => {
  test("gives back what it was given, byte for byte", async () => {
    const key = newKey();
    await store.put(key, everyByte, "image/jpeg");
    expect((await read(store, key)).equals(everyByte)).toBe(true);
  });

  test("keeps an empty file, and the newer of two", async () => {
    const key = newKey();
    await store.put(key, Buffer.from("before"), "text/plain");
    await store.put(key, Buffer.alloc(0), "text/plain");
    expect(await read(store, key)).toHaveLength(0);
  });

  test("says of a removed file that it is gone, and removes it twice without complaint", async () => {
    const key = newKey();
    await store.put(key, everyByte, "image/jpeg");
    await store.remove(key);
    await store.remove(key);
    await expect(store.open(key)).rejects.toBeInstanceOf(FileGone);
  });
});

test("no half-written file is left on the disk", async () => {
  await localStore(folder).put("aa/bb/whole", everyByte, "image/jpeg");
  expect(readdirSync(join(folder, "aa", "bb"))).toEqual(["whole"]);
});

test("a key never leads out of the folder", async () => {
  await expect(localStore(folder).put("../outside", everyByte, "text/plain")).rejects.toThrow("leads out");
});

test("an object store that stumbles is asked again; one that is down says so", async () => {
  const key = newKey();
  sandbox.state.failures.push({ service: "objects", match: "PUT", times: 1, status: 503 });
  await remote.put(key, everyByte, "image/jpeg");
  expect((await read(remote, key)).equals(everyByte)).toBe(true);
  sandbox.state.failures.push({ service: "objects", match: "GET", times: 3, status: 500 });
  await expect(remote.open(key)).rejects.toThrow("answered 500");
});

test("an object store refuses a wrong secret, and another's bucket", async () => {
  const endpoint = `${sandbox.url}/objects`;
  const stranger = objectStore({ endpoint, ...objectKeys, secretAccessKey: "guessed" });
  await expect(stranger.put(newKey(), everyByte, "text/plain")).rejects.toThrow("answered 403");
  const elsewhere = objectStore({ endpoint, ...objectKeys, bucket: "another" });
  await expect(elsewhere.open(newKey())).rejects.toBeInstanceOf(FileGone);
});

test("keys are of no use to guess, and a raw input's are the same each time it is read", () => {
  const receivedId = newId();
  expect(newKey()).toMatch(/^[a-z0-9]{2}\/[a-z0-9]{2}\/[a-z0-9]{22}$/);
  expect(keyOfPart(receivedId, 3)).toBe(keyOfPart(receivedId, 3));
  expect(keyOfPart(receivedId, 3)).not.toBe(keyOfPart(receivedId, 4));
  expect(keyOfPart(receivedId, 3)).not.toBe(keyOfPart(newId(), 3));
  expect(keyOfPart(receivedId, 3)).not.toContain(receivedId.slice(0, 8));
});
