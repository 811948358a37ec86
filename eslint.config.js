// One linter. `samla/…` rules live in scripts/eslint, each with its test.
import hooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import typescript from "typescript-eslint";
import { samla } from "./scripts/eslint/samla.ts";

const everywhere = [
  { selector: "TSEnumDeclaration", message: "Node only strips types: use a union of strings." },
  { selector: "TSModuleDeclaration[declare!=true]", message: "Node only strips types: no namespaces." },
  { selector: "TSImportEqualsDeclaration", message: "Node only strips types: use import." },
  { selector: "TSExportAssignment", message: "Node only strips types: use export." },
  { selector: "TSTypeAssertion", message: "Write `value as Type`." },
  { selector: "TSParameterProperty", message: "Node only strips types: declare the field." },
  {
    selector: "CallExpression[callee.object.name='vi'][callee.property.name=/[mM]ock|^hoisted$/]",
    message: "No mocked modules: if a test needs one, the seam is wrong.",
  },
  {
    selector:
      "CallExpression[callee.object.name=/^(test|it|describe)$/][callee.property.name=/^(only|skip|todo)$/]",
    message: "Every test runs.",
  },
];

const environment = [
  {
    selector:
      "MemberExpression[object.name='process'][property.name='env'], VariableDeclarator[init.name='process']",
    message: "Only app/env.server.ts reads the environment.",
  },
  {
    selector: "ImportDeclaration[source.value='node:process']",
    message: "Only app/env.server.ts reads the environment.",
  },
];

const clock = [
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date'], " +
      "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Ask app/lib/clock.ts what time it is.",
  },
];

const rawSql = [
  {
    selector: "MemberExpression[property.name=/^\\$(queryRaw|executeRaw)Unsafe$/]",
    message: "SQL with values glued in: use the tagged template.",
  },
];

export default defineConfig(
  {
    ignores: [
      "build/",
      ".data/",
      ".cache/",
      "coverage/",
      "**/fixtures/",
      "extensions/storefront/assets/chat*.js",
    ],
  },
  ...typescript.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { samla, "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      eqeqeq: ["error", "always"],
      "no-var": "error",
      "prefer-const": "error",
      "no-restricted-syntax": ["error", ...everywhere],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"], location: "start" }],
      "samla/import-path": "error",
      "samla/no-barrel": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
    },
  },
  // Pure data may be as long as it has to be.
  { ignores: ["prisma/seed/conversations/**", "sandbox/world/**"], rules: { "max-lines": ["error", 300] } },
  { files: ["{app,prisma}/**/*.{ts,tsx}"], rules: { "samla/tenancy": "error" } },
  {
    files: ["app/**/*.{ts,tsx}", "server.ts", "worker.ts"],
    ignores: ["**/*.test.{ts,tsx}"],
    rules: {
      "no-console": "error",
      "samla/tenant-where": "error",
      "no-restricted-syntax": ["error", ...everywhere, ...environment, ...clock, ...rawSql],
    },
  },
  {
    files: ["app/env.server.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...clock, ...rawSql] },
  },
  {
    files: ["app/lib/clock.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...environment, ...rawSql] },
  },
  { files: ["app/**/*.tsx"], ignores: ["**/*.test.tsx"], rules: { "samla/ui-text": "error" } },
  // Browser files of the sandbox and the theme extension.
  {
    files: ["extensions/**/assets/*.js", "sandbox/**/assets/*.js"],
    rules: { "no-var": "off", "@typescript-eslint/no-unused-vars": "off" },
  },
);
