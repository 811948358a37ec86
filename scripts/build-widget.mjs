// Makes the chat of the theme app extension from extensions/chat-widget: the loader, and one panel per language, so that
// a shopper fetches their own words only. What it makes is checked in (docs/decisions/041): Shopify deploys the folder.
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, transformWithEsbuild } from "vite";

import { inRepo } from "./paths.mjs";

const source = inRepo("extensions", "chat-widget");
const assets = inRepo("extensions", "storefront", "assets");
const languages = readdirSync(inRepo("extensions", "chat-widget", "words"))
  .filter((file) => /^[a-z]{2}\.ts$/.test(file))
  .map((file) => file.slice(0, 2));

/** The files by name: `chat.js`, `chat-panel.sv.js` … */
export async function makeWidget() {
  const [loader, panel] = await Promise.all([
    bundle("loader/loader.ts", "iife").then((code) => minified(code, "ascii")),
    bundle("panel/panel.ts", "es"),
  ]);
  const spoken = languages.map(async (language) => {
    const { words } = await import(`${source}/words/${language}.ts`);
    return [`chat-panel.${language}.js`, await minified(saying(panel, words), "utf8")];
  });
  return { "chat.js": loader, ...Object.fromEntries(await Promise.all(spoken)) };
}

async function bundle(entry, format) {
  const made = await build({
    configFile: false,
    root: source,
    logLevel: "error",
    plugins: [leavingWordsOut],
    esbuild: { charset: "utf8" },
    build: {
      write: false,
      target: "es2022",
      minify: false,
      cssMinify: "esbuild",
      // As a library: without the code Vite adds to the pages it owns.
      lib: { entry: inRepo("extensions", "chat-widget", entry), formats: [format], name: "samla" },
      rollupOptions: { external: ["words"] },
    },
  });
  const [{ code, modules }] = made[0].output;
  const foreign = Object.keys(modules).filter((id) => !id.startsWith(source));
  if (foreign.length) throw new Error(`The widget holds code from elsewhere: ${foreign.join(", ")}`);
  return code;
}

/** The sources name the English words; which they are is settled per language, each a constant of a letter's name. */
const leavingWordsOut = {
  name: "leaving-words-out",
  load: (id) => (id.endsWith("/words/en.ts") ? `export * as words from "words";` : null),
};

/** The panel with one language's words in place of the import that asks for them. */
function saying(panel, words) {
  const [statement, name] = /import \* as (\w+) from "words";/.exec(panel);
  const constants = Object.entries(words).map(
    ([word, text]) => `const ${name}_${word} = ${JSON.stringify(text)};`,
  );
  const asked = new RegExp(`\\b${name}\\.(\\w+)`, "g");
  return panel.replace(asked, `${name}_$1`).replace(statement, () => constants.join("\n"));
}

async function minified(code, charset) {
  const options = {
    loader: "js",
    target: "es2022",
    minify: true,
    format: "esm",
    legalComments: "none",
    charset,
  };
  return (await transformWithEsbuild(code, "widget.js", options)).code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, code] of Object.entries(await makeWidget())) writeFileSync(`${assets}/${name}`, code);
}
