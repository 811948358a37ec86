import { expect, test } from "vitest";
import { readAlerts } from "./alerts.ts";

test("alerts have their first values until somebody changes them, and one odd value spoils no other", () => {
  expect(readAlerts({})).toEqual({ badge: true, sound: true, browser: false });
  expect(readAlerts(null)).toEqual({ badge: true, sound: true, browser: false });
  expect(readAlerts({ badge: false, sound: "loud", browser: true })).toEqual({
    badge: false,
    sound: true,
    browser: true,
  });
});
