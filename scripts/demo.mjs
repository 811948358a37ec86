// npm run demo: the product and the world around it, on this machine alone. Settings: PORT (3000), SEED
// (small, none or large), FRESH=1 or --fresh to begin anew. docs: README.md.
import { launch } from "./launch.mjs";
import { clearEarlierDemo } from "./demo-record.mjs";
import { demandFreePort } from "./ports.mjs";
import { Trouble } from "./trouble.mjs";

const settings = readSettings();

await launch("demo", async () => (await import("./demo-run.mjs")).runDemo(settings), {
  stopped: 0,
  // Before the install, which may take minutes: what can be said at once is said at once.
  first: async () => {
    demandSettings(settings);
    await clearEarlierDemo();
    await demandFreePort(settings.port, "the app");
    await demandFreePort(settings.port + 1, "the sandbox");
  },
});

function readSettings() {
  const { PORT = "3000", SEED = "small", FRESH } = process.env;
  return { port: Number(PORT), seed: SEED, fresh: process.argv.includes("--fresh") || FRESH === "1" };
}

function demandSettings({ port, seed }) {
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new Trouble(`PORT=${process.env.PORT} is not a port: choose a number from 1024 to 65534.`);
  }
  if (!["small", "none", "large"].includes(seed))
    throw new Trouble(`SEED=${seed} is not known: small, none or large.`);
}
