import { afterEach, expect, test, vi } from "vitest";
import { newId } from "../lib/id.ts";
import { fileUrl, readFileTicket } from "./link.server.ts";

afterEach(() => void vi.useRealTimers());

const file = () => ({ workspaceId: newId(), id: newId(), name: "kvitto å?.pdf" });
const ticketOf = (url: string) => url.split("/")[2] ?? "";

test("a link leads to its file, and its name is safe in an address", () => {
  const { workspaceId, id, name } = file();
  const url = fileUrl({ workspaceId, id, name });
  expect(url).toMatch(/^\/files\/[\w.-]+\/kvitto%20%C3%A5%3F\.pdf$/);
  expect(readFileTicket(ticketOf(url))).toEqual({ workspaceId, id });
});

test("a link of another file, another workspace, with another time or signature leads nowhere", () => {
  const [workspaceId, id, expires, signature] = ticketOf(fileUrl(file())).split(".");
  for (const parts of [
    [workspaceId, newId(), expires, signature],
    [newId(), id, expires, signature],
    [workspaceId, id, String(Number(expires) + 1), signature],
    [workspaceId, id, expires, "A".repeat(43)],
    [workspaceId, id, expires, ""],
    [workspaceId, id],
    ["x", "y", "1", "z"],
  ])
    expect(readFileTicket(parts.join("."))).toBeNull();
});

test("a link ends after half a day", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-28T10:20:00Z") });
  const ticket = ticketOf(fileUrl(file()));
  vi.setSystemTime(new Date("2026-11-28T22:19:00Z"));
  expect(readFileTicket(ticket)).not.toBeNull();
  vi.setSystemTime(new Date("2026-11-28T23:01:00Z"));
  expect(readFileTicket(ticket)).toBeNull();
});
