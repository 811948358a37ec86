import { expect, test } from "vitest";
import { countryOfZone, COUNTRIES, holidaysFrom } from "./public-holidays.ts";

const dateOf = (country: (typeof COUNTRIES)[number], name: string, year: number) =>
  holidaysFrom(country, `${year}-01-01`).find((one) => one.name === name)?.date;

test.each([
  [2019, "2019-04-21"],
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2027, "2027-03-28"],
  [2028, "2028-04-16"],
  [2038, "2038-04-25"],
  [2049, "2049-04-18"],
  [2076, "2076-04-19"],
])("Easter of %i is %s", (year, date) => {
  expect(dateOf("SE", "Påskdagen", year)).toBe(date);
});

test("what moves with Easter and what falls on a weekday", () => {
  expect(dateOf("SE", "Kristi himmelsfärdsdag", 2026)).toBe("2026-05-14");
  expect(dateOf("NO", "Skjærtorsdag", 2026)).toBe("2026-04-02");
  expect(dateOf("DE", "Pfingstmontag", 2026)).toBe("2026-05-25");
  expect(dateOf("SE", "Midsommarafton", 2026)).toBe("2026-06-19");
  expect(dateOf("FI", "Juhannuspäivä", 2027)).toBe("2027-06-26");
  expect(dateOf("SE", "Alla helgons dag", 2026)).toBe("2026-10-31");
  expect(dateOf("FI", "Pyhäinpäivä", 2027)).toBe("2027-11-06");
});

test("twelve months from a day on, that day with them, in order and each once", () => {
  const swedish = holidaysFrom("SE", "2026-12-24");
  expect(swedish).toHaveLength(16);
  expect(swedish[0]).toEqual({ date: "2026-12-24", name: "Julafton" });
  expect(swedish.at(-1)?.date).toBe("2027-11-06");
  for (const country of COUNTRIES) {
    const dates = holidaysFrom(country, "2026-11-28").map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
  }
  expect(holidaysFrom("NO", "2027-05-17")[0]?.name).toBe("Grunnlovsdagen, Andre pinsedag");
});

test("a country is known by its clock", () => {
  expect(["Europe/Helsinki", "Europe/Oslo", "America/New_York"].map(countryOfZone)).toEqual([
    "FI",
    "NO",
    null,
  ]);
});
