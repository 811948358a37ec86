// Days on which offices of a country are closed, by the rule each follows, in the country's own words: the public holidays
// that hold everywhere in it, and the eves that are kept like them. Pure.

export const COUNTRIES = ["SE", "NO", "DK", "FI", "DE"] as const;
export type Country = (typeof COUNTRIES)[number];

export interface Holiday {
  /** "2026-12-24" */
  date: string;
  name: string;
}

/** A date of each year: fixed ("12-24"), days from Easter Sunday, or a weekday in the week that begins then. */
type Rule = [string | number | { weekday: number; from: string }, string];

const FRIDAY = 5;
const SATURDAY = 6;

const RULES: Record<Country, Rule[]> = {
  SE: [
    ["01-01", "Nyårsdagen"],
    ["01-06", "Trettondedag jul"],
    [-2, "Långfredagen"],
    [0, "Påskdagen"],
    [1, "Annandag påsk"],
    ["05-01", "Första maj"],
    [39, "Kristi himmelsfärdsdag"],
    [49, "Pingstdagen"],
    ["06-06", "Sveriges nationaldag"],
    [{ weekday: FRIDAY, from: "06-19" }, "Midsommarafton"],
    [{ weekday: SATURDAY, from: "06-20" }, "Midsommardagen"],
    [{ weekday: SATURDAY, from: "10-31" }, "Alla helgons dag"],
    ["12-24", "Julafton"],
    ["12-25", "Juldagen"],
    ["12-26", "Annandag jul"],
    ["12-31", "Nyårsafton"],
  ],
  NO: [
    ["01-01", "Første nyttårsdag"],
    [-3, "Skjærtorsdag"],
    [-2, "Langfredag"],
    [0, "Første påskedag"],
    [1, "Andre påskedag"],
    ["05-01", "Arbeidernes dag"],
    ["05-17", "Grunnlovsdagen"],
    [39, "Kristi himmelfartsdag"],
    [49, "Første pinsedag"],
    [50, "Andre pinsedag"],
    ["12-25", "Første juledag"],
    ["12-26", "Andre juledag"],
  ],
  DK: [
    ["01-01", "Nytårsdag"],
    [-3, "Skærtorsdag"],
    [-2, "Langfredag"],
    [0, "Påskedag"],
    [1, "2. påskedag"],
    [39, "Kristi himmelfartsdag"],
    [49, "Pinsedag"],
    [50, "2. pinsedag"],
    ["12-24", "Juleaftensdag"],
    ["12-25", "Juledag"],
    ["12-26", "2. juledag"],
  ],
  FI: [
    ["01-01", "Uudenvuodenpäivä"],
    ["01-06", "Loppiainen"],
    [-2, "Pitkäperjantai"],
    [0, "Pääsiäispäivä"],
    [1, "2. pääsiäispäivä"],
    ["05-01", "Vappu"],
    [39, "Helatorstai"],
    [49, "Helluntaipäivä"],
    [{ weekday: FRIDAY, from: "06-19" }, "Juhannusaatto"],
    [{ weekday: SATURDAY, from: "06-20" }, "Juhannuspäivä"],
    [{ weekday: SATURDAY, from: "10-31" }, "Pyhäinpäivä"],
    ["12-06", "Itsenäisyyspäivä"],
    ["12-24", "Jouluaatto"],
    ["12-25", "Joulupäivä"],
    ["12-26", "Tapaninpäivä"],
  ],
  DE: [
    ["01-01", "Neujahr"],
    [-2, "Karfreitag"],
    [1, "Ostermontag"],
    ["05-01", "Tag der Arbeit"],
    [39, "Christi Himmelfahrt"],
    [50, "Pfingstmontag"],
    ["10-03", "Tag der Deutschen Einheit"],
    ["12-25", "1. Weihnachtstag"],
    ["12-26", "2. Weihnachtstag"],
  ],
};

const ZONES: Record<string, Country> = {
  "Europe/Stockholm": "SE",
  "Europe/Oslo": "NO",
  "Europe/Copenhagen": "DK",
  "Europe/Helsinki": "FI",
  "Europe/Berlin": "DE",
};

/** The country whose clock this is, of those whose rules are known. */
export const countryOfZone = (timeZone: string): Country | null => ZONES[timeZone] ?? null;

/** A country's holidays of twelve months from a date on ("2026-11-28"), in order; two on one day are one. */
export function holidaysFrom(country: Country, from: string): Holiday[] {
  const year = Number(from.slice(0, 4));
  const until = `${year + 1}${from.slice(4)}`;
  const named = new Map<string, string>();
  for (const one of [year, year + 1])
    for (const [rule, name] of RULES[country]) {
      const date = dateIn(one, rule);
      const known = named.get(date);
      if (date >= from && date < until) named.set(date, known ? `${known}, ${name}` : name);
    }
  return [...named].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

function dateIn(year: number, rule: Rule[0]): string {
  if (typeof rule === "string") return `${year}-${rule}`;
  if (typeof rule === "number") return write(easter(year) + rule * DAY);
  const first = Date.parse(`${year}-${rule.from}`);
  return write(first + ((rule.weekday - new Date(first).getUTCDay() + 7) % 7) * DAY);
}

/** Easter Sunday by the Gregorian calendar, as the midnight of its date in UTC (the anonymous algorithm). */
function easter(year: number): number {
  const [moon, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const full = (19 * moon + skipped + 15) % 30;
  const paschal = full - Math.floor((moon + 11 * full) / 319);
  const weekday = (2 * (century % 4) + 2 * Math.floor(rest / 4) - (rest % 4) - paschal + 32) % 7;
  const month = Math.floor((paschal + weekday + 90) / 25);
  const day = (paschal + weekday + month + 19) % 32;
  return Date.UTC(year, month - 1, day);
}

const DAY = 24 * 3600_000;
const write = (day: number): string => new Date(day).toISOString().slice(0, 10);
