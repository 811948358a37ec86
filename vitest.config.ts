import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Needs a process of its own: it changes what modules read when they are imported. */
const apart = ["app/jobs/work.server.test.ts"];
const everywhere = ["node_modules/**", "build/**", ".data/**", ".cache/**"];

/**
 * What mostly waits begins first, so that nobody waits for it alone at the end; then what reads whole databases, while
 * there is little in them.
 */
class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ORDER = [/killed-worker|flows\/composer/, /app\/auth\.|erase-|merging\/merge/, /./];
    const turn = ({ moduleId }: TestSpecification) => ORDER.findIndex((names) => names.test(moduleId));
    return (await super.sort(files)).toSorted((a, b) => turn(a) - turn(b));
  }
}

// Two groups, one after the other: quick tests side by side, and beside them what breaks things, which mostly waits;
// then browser flows, each on servers of its own.
export default defineConfig({
  test: {
    reporters: ["default", "./tests/setup/count-reporter.ts"],
    globalSetup: ["tests/setup/cluster.ts"],
    restoreMocks: true,
    sequence: { sequencer: WaitingFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "domain",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...everywhere, ...apart, "tests/{flows,serial}/**"],
          setupFiles: ["tests/setup/environment.ts", "tests/setup/outside.ts"],
          pool: "forks",
          // Loading the app anew for each file took more than a fifth of the time.
          isolate: false,
          maxWorkers: 3,
          testTimeout: 20_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "apart",
          include: apart,
          setupFiles: ["tests/setup/environment.ts"],
          pool: "forks",
          maxWorkers: 3,
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "flows",
          include: ["tests/flows/**/*.test.ts"],
          exclude: everywhere,
          globalSetup: ["tests/setup/browser-files.ts"],
          setupFiles: ["tests/setup/environment.ts"],
          pool: "forks",
          maxWorkers: 3,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          // A page under load may take its time; a condition that holds costs nothing.
          expect: { poll: { timeout: 15_000 } },
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: "serial",
          include: ["tests/serial/**/*.test.ts"],
          exclude: everywhere,
          setupFiles: ["tests/setup/environment.ts", "tests/setup/own-cluster.ts"],
          pool: "forks",
          maxWorkers: 3,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
