import { afterEach, expect, test, vi } from "vitest";
import { pictureUrl, readPictureTicket } from "./picture-link.server.ts";

afterEach(() => void vi.useRealTimers());

const ADDRESS = "https://shop.example/å/logo.png?a=1&b=2";
const ticketOf = (url: string) => url.split("/")[2] ?? "";

test("a link leads to its picture", () => {
  expect(pictureUrl(ADDRESS)).toMatch(/^\/images\/[\w.-]+$/);
  expect(readPictureTicket(ticketOf(pictureUrl(ADDRESS)))).toBe(ADDRESS);
});

test("a link to another address, with another time or signature leads nowhere", () => {
  const [address = "", expires, signature] = ticketOf(pictureUrl(ADDRESS)).split(".");
  const other = Buffer.from("http://127.0.0.1/").toString("base64url");
  for (const parts of [
    [other, expires, signature],
    [address, String(Number(expires) + 1), signature],
    [address, expires, "A".repeat(43)],
    [address, expires, ""],
    [address],
  ])
    expect(readPictureTicket(parts.join("."))).toBeNull();
});

test("a link ends after half a day", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-28T10:20:00Z") });
  const ticket = ticketOf(pictureUrl(ADDRESS));
  vi.setSystemTime(new Date("2026-11-28T22:19:00Z"));
  expect(readPictureTicket(ticket)).toBe(ADDRESS);
  vi.setSystemTime(new Date("2026-11-28T23:01:00Z"));
  expect(readPictureTicket(ticket)).toBeNull();
});
