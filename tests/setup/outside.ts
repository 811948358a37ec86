// Before each test file of a worker whose files share their modules: the outside world is there, and as new.
import { afterAll } from "vitest";
import { sandbox } from "./sandbox.ts";

afterAll(() => {
  sandbox.state.calls.length = 0;
  sandbox.state.failures.length = 0;
});
