// npm test: everything, on servers of its own. Arguments go to vitest: npm test -- app/lib -t "closes".
import { launch } from "./launch.mjs";

await launch("test", async () => (await import("./test-run.mjs")).runTests(process.argv.slice(2)), {
  stopped: 130,
});
