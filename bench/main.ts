// `npm run bench [-- NAME …]`: figures on stdout, one JSON object per line; everything else on stderr.
import { say } from "./figure.ts";
import { mailsMissing, purchasesMissing } from "./promised.ts";

type Measure = () => Promise<void>;

/** Which file makes which figures. A file is loaded when it is asked for: the app's modules read the environment. */
const benches: { figures: string[]; load: () => Promise<Measure> }[] = [
  {
    figures: ["inbound.ratio", "inbound.per-second"],
    load: async () => (await import("./inbound.ts")).inbound,
  },
  { figures: ["list.growth", "list.days-growth"], load: async () => (await import("./list.ts")).list },
  {
    figures: ["search.growth", "search.combined-growth", "search.indexed-per-second"],
    load: async () => (await import("./search.ts")).search,
  },
  { figures: ["plans.scans"], load: async () => (await import("./plans.ts")).plans },
  {
    figures: ["live.p95-ms", "live.lost", "live.screen-p95-ms", "live.bytes-per-connection"],
    load: async () => (await import("./live.ts")).live,
  },
  {
    figures: ["ticket.open-p95-ms", "ticket.typing-p95-ms", "ticket.cls"],
    load: async () => (await import("./ticket.ts")).ticket,
  },
  {
    figures: [
      "panel.kept-p95-ms",
      "panel.cold-p95-ms",
      "panel.cold-figures-p95-ms",
      "panel.slow-p95-ms",
      "panel.points-per-ticket",
      "panel.points-kept",
      "panel.cls",
    ],
    load: async () => (await import("./panel.ts")).panel,
  },
  {
    figures: ["chat.round-trip-p95-ms", "chat.idle-memory-kb"],
    load: async () => (await import("./chat.ts")).chat,
  },
  { figures: ["fit.seconds-100000"], load: async () => (await import("./fit.ts")).fit },
  { figures: ["fit.job-seconds-100000"], load: async () => (await import("./forecast.ts")).forecast },
  {
    figures: [
      "widget.bytes-before",
      "widget.requests-before",
      "widget.cls",
      "widget.bytes-open",
      "widget.first-paint-ms",
    ],
    load: async () => (await import("./widget.ts")).widget,
  },
  {
    figures: ["widget.lighthouse-drop"],
    load: async () => (await import("./widget/lighthouse.ts")).lighthouseDrop,
  },
];

process.exitCode = await run(process.argv.slice(2));

/** Runs what is asked for, everything there is without a name. Returns the exit code: 1 when a name gave no figure. */
async function run(asked: string[]): Promise<number> {
  const [first = "", ...rest] = asked;
  if (first === "mail") {
    const why = mailsMissing(rest[0]);
    if (why) say(why);
    return why ? 1 : (await import("./mail.ts")).judgeMail(rest[0] ?? "");
  }
  if (first === "cdnow") {
    const why = purchasesMissing(rest[0]);
    if (why) say(why);
    return why ? 1 : (await import("./cdnow.ts")).judgeCdnow(rest[0] ?? "");
  }
  const unknown = asked.filter((name) => !benches.some(({ figures }) => isAmong(name, figures)));
  for (const name of unknown) say(`${name}: there is no such figure.`);
  const wanted = benches.filter(
    ({ figures }) => !asked.length || asked.some((name) => isAmong(name, figures)),
  );
  for (const { load } of wanted) await (await load())();
  return unknown.length ? 1 : 0;
}

/** "inbound" means all of inbound's figures. */
function isAmong(name: string, figures: string[]): boolean {
  return figures.some((figure) => figure === name || figure.split(".")[0] === name);
}
