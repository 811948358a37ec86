// What comes by mail, as agents see it.
import { test } from "vitest";
import { expectFiles } from "./attachments.ts";
import { expectHarmlessMail } from "./html-mail.ts";
import { expectUnreadable } from "./unreadable.ts";
import { openWorld } from "./world.ts";

const world = await openWorld();

test("its files can be looked at and saved, its HTML is shown and harmless, and what cannot be read is not lost", async () => {
  await expectFiles(world);
  await expectHarmlessMail(world);
  await expectUnreadable(world);
});
