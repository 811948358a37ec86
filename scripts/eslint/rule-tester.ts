import { RuleTester } from "eslint";
import typescript from "typescript-eslint";
import { describe, test } from "vitest";

Object.assign(RuleTester, { describe, it: test });

/** Runs a rule on pieces of TypeScript; each good and bad case becomes a test of its own. */
export const ruleTester = new RuleTester({
  languageOptions: {
    parser: typescript.parser,
    parserOptions: { ecmaFeatures: { jsx: true } },
  },
});
