// npm run check: format, lint, types, build, theme, tests. With --no-test without the tests, for .ci/run.
import { launch } from "./launch.mjs";

await launch("check", async () => (await import("./check-run.mjs")).runChecks(process.argv.slice(2)), {
  stopped: 130,
});
