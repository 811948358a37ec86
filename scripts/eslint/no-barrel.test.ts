import { ruleTester } from "./rule-tester.ts";
import { samla } from "./samla.ts";

ruleTester.run("a name is imported from where it lives", samla.rules["no-barrel"], {
  valid: [
    { code: `export const STATUSES = ["open"];`, filename: "app/tickets/ticket.ts" },
    { code: `export default function Page() {}`, filename: "app/routes/app._index.tsx" },
    { code: `const a = 1; export { a };`, filename: "app/tickets/view.ts" },
    { code: `export { boundary } from "@shopify/shopify-app-remix/server";`, filename: "app/routes/app.tsx" },
  ],
  invalid: [
    { code: `export const a = 1;`, filename: "app/tickets/index.ts", errors: [{ messageId: "index" }] },
    {
      code: `export * from "./ticket.ts";`,
      filename: "app/tickets/all.ts",
      errors: [{ messageId: "passedOn" }],
    },
    {
      code: `export { a } from "./ticket.ts";`,
      filename: "app/tickets/all.ts",
      errors: [{ messageId: "passedOn" }],
    },
    {
      code: `export type { A } from "./ticket.ts";`,
      filename: "app/tickets/all.ts",
      errors: [{ messageId: "passedOn" }],
    },
  ],
});
