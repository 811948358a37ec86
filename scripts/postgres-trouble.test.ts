import { expect, test } from "vitest";
import { reasonFrom } from "./postgres-trouble.mjs";
import { demandSpace } from "./disk.mjs";
import { cacheFolder } from "./paths.mjs";

const about = { folder: "/data", port: 5433, doing: "start" };

test.each([
  ["disk", 'FATAL:  could not write lock file "postmaster.pid": No space left on device', "the disk is full"],
  ["disk", 'initdb: error: could not write file "x": No space left on device', "the disk is full"],
  ["port", 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', "port 5433 is taken"],
  ["memory", "FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use", "still ending"],
  ["permission", 'initdb: error: could not access directory "/data": Permission denied', "may not use /data"],
  ["permission", 'FATAL:  data directory "/data" has wrong ownership', "may not use /data"],
  ["version", "FATAL:  database files are incompatible with server", "npm run demo -- --fresh"],
  ["other", "FATAL:  something new", "see its log"],
])("PostgreSQL's own words become one plain sentence (%s)", (reason, log, words) => {
  const trouble = reasonFrom(log, about);
  expect(trouble.reason).toBe(reason);
  expect(trouble.message.split("\n")[0]).toContain("PostgreSQL could not start: ");
  expect(trouble.message.split("\n")[0]).toContain(words);
  expect(trouble.message).toContain(log);
});

test("a disk that is nearly full is said before anything is written", () => {
  expect(() => demandSpace(cacheFolder, 1e12, "the demo's data")).toThrow(
    /^The disk is nearly full: the demo's data needs about 1000000000000 MB in .*, and \d+ MB are free\.$/,
  );
});
