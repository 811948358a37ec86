// The repository's own lint rules, each in its file.
import type { ESLint } from "eslint";
import { importPath } from "./import-path.ts";
import { noBarrel } from "./no-barrel.ts";
import { tenancy } from "./tenancy.ts";
import { tenantWhere } from "./tenant-where.ts";
import { uiText } from "./ui-text.ts";

/** Used in eslint.config.js as `samla/…`. */
export const samla = {
  rules: {
    "import-path": importPath,
    "no-barrel": noBarrel,
    tenancy,
    "tenant-where": tenantWhere,
    "ui-text": uiText,
  },
} satisfies ESLint.Plugin;
