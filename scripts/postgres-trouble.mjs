import { Trouble } from "./trouble.mjs";

const reasons = [
  ["disk", /No space left on device|Disk quota exceeded/, () => "the disk is full"],
  ["port", /could not bind|Address already in use/, ({ port }) => `port ${port} is taken by another program`],
  ["memory", /pre-existing shared memory block/, () => "processes of an earlier server are still ending"],
  [
    "permission",
    /[Pp]ermission denied|Operation not permitted|has wrong ownership|invalid permissions/,
    ({ folder }) => `its user may not use ${folder}`,
  ],
  [
    "version",
    /database files are incompatible with server/,
    ({ folder }) =>
      `${folder} was made by another version of PostgreSQL; begin anew with: npm run demo -- --fresh`,
  ],
  [
    "running",
    /lock file "postmaster.pid" already exists/,
    ({ folder }) => `another server already uses ${folder}`,
  ],
];

/**
 * Turns PostgreSQL's own log into one plain sentence. The returned Trouble carries `reason`
 * (disk, port, memory, permission, version, running or other) for code that can try again.
 */
export function reasonFrom(log, { folder, port, doing }) {
  const [reason, , words] = reasons.find(([, pattern]) => pattern.test(log)) ?? [
    "other",
    ,
    () => "see its log",
  ];
  const tail = log
    .trim()
    .split("\n")
    .slice(-8)
    .map((line) => `    ${line}`)
    .join("\n");
  const trouble = new Trouble(`PostgreSQL could not ${doing}: ${words({ folder, port })}.\n${tail}`);
  return Object.assign(trouble, { reason });
}
