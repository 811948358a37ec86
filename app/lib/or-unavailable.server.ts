import { AppError } from "../errors.ts";
import { log } from "./log.server.ts";

/** For doors strangers' pages knock at: the database or the storage being away is "unavailable", never a bare 500. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError || error instanceof Response) throw error;
    log.error({ err: error }, "a storefront's request could not be served");
    throw new AppError("unavailable");
  }
}
