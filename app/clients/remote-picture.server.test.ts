import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callsWith } from "../../tests/setup/sandbox.ts";

const { fetchRemotePicture, lookupPublic } = await import("./remote-picture.server.ts");

test("a picture is fetched without cookies, referrer or anybody's address", async () => {
  const picture = await fetchRemotePicture("https://me:secret@cdn-1.example/rea/topp.png?x=1");
  expect(picture?.contentType).toBe("image/png");
  expect(picture?.bytes.length).toBeGreaterThan(100);
  await expect.poll(() => callsWith("cdn-1.example").length).toBe(1);
  const { headers } = callsWith("cdn-1.example")[0]?.body as { headers: Record<string, string> };
  expect(Object.keys(headers).sort()).toEqual([
    "accept",
    "accept-encoding",
    "connection",
    "host",
    "user-agent",
    "x-emulated-host",
  ]);
  expect(headers["user-agent"]).toContain("SamlaPictures");
});

test("what is no picture by its bytes is none, whatever it is called", async () => {
  expect(await fetchRemotePicture("https://cdn-2.example/page.svg")).toBeNull();
  expect(await fetchRemotePicture("https://cdn-2.example/logo")).toBeNull();
});

test("three redirects are followed, a fourth is not", async () => {
  const moved = (times: number): string =>
    times
      ? `https://cdn-3.example/moved?to=${encodeURIComponent(moved(times - 1))}`
      : "http://cdn-4.example/a.png";
  expect((await fetchRemotePicture(moved(3)))?.contentType).toBe("image/png");
  expect(await fetchRemotePicture(moved(4))).toBeNull();
});

describe("a canary inside", () => {
  let connections = 0;
  const canary = createServer((_, response) => response.end("png"));
  canary.on("connection", () => connections++);
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
    port = (canary.address() as AddressInfo).port;
  });
  afterAll(() => void canary.close());

  test.each([
    "http://127.0.0.1:PORT/a.png",
    "http://0x7f.1:PORT/a.png",
    "http://2130706433:PORT/a.png",
    "http://[::ffff:7f00:1]:PORT/a.png",
    "http://[::1]:PORT/a.png",
    "http://localhost:PORT/a.png",
    "http://127.0.0.1/a.png",
    "http://[::ffff:7f00:1]/a.png",
    "http://169.254.169.254/latest/meta-data",
    "http://10.0.0.1/a.png",
    "http://shop.example:5432/a.png",
    "ftp://shop.example/a.png",
    "file:///etc/passwd",
    "https://cdn-5.example/moved?to=http%3A%2F%2F127.0.0.1%3APORT%2Fa.png",
    "https://cdn-5.example/moved?to=http%3A%2F%2F169.254.169.254%2F",
    "https://cdn-5.example/moved?to=file%3A%2F%2F%2Fetc%2Fpasswd",
    "nonsense",
  ])("hears nothing of %s", async (address) => {
    expect(await fetchRemotePicture(address.replace("PORT", String(port)))).toBeNull();
    expect(connections).toBe(0);
  });

  test("hears nothing of a name that turns out to be here when it is connected to", async () => {
    const failed = await new Promise<Error>((resolve) =>
      request(`http://localhost:${port}/a.png`, { lookup: lookupPublic, agent: false })
        .on("error", resolve)
        .end(),
    );
    expect(failed.message).toContain("not in public");
    expect(connections).toBe(0);
  });
});
