// The rest of the web, as far as a mail's pictures reach: every host under .example, by way of preload.mjs.
//
//   /anything.png, .gif, .jpg   a picture of 600 x 200 (a PNG, whatever it is called), in its name's own colour
//   /pixel.gif                  one pixel
//   /moved?to=ADDRESS           302 to there
//   anything else               a page that is no picture

import { deflateSync, crc32 } from "node:zlib";
import { Router } from "express";
import { recordCall, type SandboxState } from "../state.ts";

export function elsewhereRoutes(state: SandboxState): Router {
  const router = Router();
  router.use((req, res, next) => {
    const host = req.get("x-emulated-host") ?? "";
    recordCall(state, req, res, { service: "elsewhere", body: { host, headers: req.headers } });
    next();
  });
  router.get("/moved", (req, res) => res.redirect(302, String(req.query.to)));
  router.get("/pixel.gif", (_req, res) => void res.type("gif").send(png(1, 1, [0, 0, 0])));
  router.get(
    /\.(?:png|gif|jpe?g)$/,
    (req, res) => void res.type("png").send(png(600, 200, colourOf(req.path))),
  );
  router.use((_req, res) => void res.type("html").send("<!doctype html><script>alert(1)</script>"));
  return router;
}

type Colour = [red: number, green: number, blue: number];

const colourOf = (name: string): Colour => {
  const sum = crc32(name);
  return [80 + (sum & 127), 80 + ((sum >> 8) & 127), 80 + ((sum >> 16) & 127)];
};

/** A PNG of one colour. */
function png(width: number, height: number, colour: Colour): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => Buffer.from(colour))]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
