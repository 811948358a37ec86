import { ruleTester } from "./rule-tester.ts";
import { samla } from "./samla.ts";

const extension = { messageId: "extension" };

ruleTester.run("imports are written so that Node finds them", samla.rules["import-path"], {
  valid: [
    `import { now } from "../lib/clock.ts";`,
    `import { Thread } from "./thread.tsx";`,
    `import "./inbox.css";`,
    `import styles from "./inbox.css?url";`,
    `import { readFile } from "node:fs/promises";`,
    `import { z } from "zod";`,
    `import { json } from "@remix-run/node";`,
    `const page = await import("./page.ts");`,
    `type Page = import("./page.ts").Page;`,
  ],
  invalid: [
    { code: `import { now } from "../lib/clock";`, errors: [extension] },
    { code: `import type { Rule } from "./rules.server";`, errors: [extension] },
    { code: `export { now } from "./clock";`, errors: [extension] },
    { code: `export * from "./clock";`, errors: [extension] },
    { code: `const page = await import("./page");`, errors: [extension] },
    { code: `type Page = import("./page").Page;`, errors: [extension] },
    { code: `import { now } from "~/lib/clock.ts";`, errors: [{ messageId: "alias" }] },
    { code: `import { now } from "/app/lib/clock.ts";`, errors: [{ messageId: "alias" }] },
    { code: `import { readFile } from "fs/promises";`, errors: [{ messageId: "builtin" }] },
  ],
});
