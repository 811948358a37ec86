// What Shopify does later: a mutation answers with a job, and the job is done a moment after.

import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import type { Caller, View } from "./view.ts";

/** Starts a job and tells its view; `work` runs once the world's job time has passed. */
export function startJob(caller: Caller, work: () => void): View {
  const { installation, state } = caller;
  const id = `gid://shopify/Job/${randomUUID()}`;
  installation.jobs.set(id, false);
  setTimeout(() => {
    work();
    installation.jobs.set(id, true);
  }, state.jobsTakeMs).unref();
  return { __typename: "Job", id, done: false };
}

export function jobView({ installation }: Caller, id: string): View | null {
  if (!id.startsWith("gid://shopify/Job/"))
    throw new GraphQLError(`Invalid global id '${id}'`, { extensions: { code: "INVALID_VARIABLE" } });
  const done = installation.jobs.get(id);
  return done === undefined ? null : { __typename: "Job", id, done };
}
