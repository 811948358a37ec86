import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inRepo } from "../../scripts/paths.mjs";

const answering = (host: string) => `
  import { createServer } from "node:http";
  const server = createServer((_, response) => response.end("ok")).listen(Number(process.env.PORT), "${host}");
  process.on("SIGTERM", () => { server.close(() => process.exit(0)); server.closeAllConnections(); });
`;

const parts: Record<string, string> = {
  "server.ts": answering("127.0.0.1"),
  "sandbox/main.ts": answering("localhost"),
  "sandbox/preload.mjs": "",
  "prisma/seed.ts": "console.log(`a world named ${process.env.SEED}`);",
  // Without an entry of its own Remix would install a package for its default one.
  "app/entry.server.tsx": "export default () => new Response('ok');",
  "app/root.tsx": "export default function Root() { return <html lang='en' />; }",
};

/**
 * A fresh clone in a closed folder (0700): the real launchers, migrations and packages around an
 * app that does nothing but answer. Returns its folder and a function that removes it.
 */
export function makeRepository(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "samla-clone-"));
  const kept = [
    "package.json",
    "package-lock.json",
    "prisma.config.ts",
    "vite.config.ts",
    "remix.config.js",
    "tsconfig.json",
  ];
  for (const name of ["scripts", "prisma/schema.prisma", "prisma/migrations", ...kept]) {
    cpSync(inRepo(name), join(folder, name), { recursive: true });
  }
  for (const [name, text] of Object.entries(parts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  // Each package is a link, so that what launchers note in node_modules stays in this clone.
  mkdirSync(join(folder, "node_modules"));
  const packages = readdirSync(inRepo("node_modules")).filter(
    (name) => name !== ".samla-installed" && name !== ".cache",
  );
  for (const name of packages) symlinkSync(inRepo("node_modules", name), join(folder, "node_modules", name));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
