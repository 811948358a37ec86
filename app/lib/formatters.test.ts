import { describe, expect, test } from "vitest";
import { agoFormat, dateFormat, numberFormat } from "./formatters.ts";

describe("a formatter", () => {
  test("is the same one for the same wish, and another for another", () => {
    const unit = { style: "unit", unit: "hour" } as const;
    expect(numberFormat("sv", unit)).toBe(numberFormat("sv", { ...unit }));
    expect(numberFormat("sv", unit)).not.toBe(numberFormat("nb", unit));
    expect(numberFormat("sv", unit)).not.toBe(numberFormat("sv"));
    expect(dateFormat("sv", { timeZone: "UTC" })).not.toBe(dateFormat("sv", { timeZone: "Europe/Oslo" }));
    expect(agoFormat("en").format(-5, "minute")).toBe("5 minutes ago");
  });

  test("is refused each time for a currency that is none", () => {
    for (let time = 0; time < 2; time++)
      expect(() => numberFormat("sv", { style: "currency", currency: "crowns" })).toThrow(RangeError);
  });

  test("of any number of zones from outside does not fill the memory", () => {
    const first = numberFormat("sv");
    for (let digits = 0; digits <= 100; digits++)
      for (const unit of ["hour", "minute", "day", "week", "year"])
        numberFormat("sv", { style: "unit", unit, maximumFractionDigits: digits });
    expect(numberFormat("sv")).not.toBe(first);
    expect(numberFormat("sv").format(1)).toBe("1");
  });
});
