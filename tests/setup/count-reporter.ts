import type { Reporter, TestModule } from "vitest/node";

/** Ends the run with one plain line, `412 passed, 0 failed`, for readers that count. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string) => states.filter((each) => each === state).length;
    // A file that could not be loaded, or an error between tests, is a failure too.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const skipped = count("skipped");
    process.on("exit", (code) => {
      // So is a run that never came to its tests.
      const failed = Math.max(count("failed") + broken, code === 0 ? 0 : 1);
      process.stdout.write(
        `\n${count("passed")} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`,
      );
    });
  }
}
