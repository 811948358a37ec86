// npm run bench [-- NAME …]: figures, one JSON object per line, on a server of its own.
import { launch } from "./launch.mjs";
import { reportOnStandardError } from "./progress.mjs";

reportOnStandardError();

await launch("bench", async () => (await import("./bench-run.mjs")).runBench(process.argv.slice(2)), {
  stopped: 130,
});
