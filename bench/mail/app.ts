// The app's own modules on one empty database: whatever a process imports them for first is what they are bound to.
import { freshDatabase } from "../databases.ts";
import { appEnvironment } from "../environment.ts";

let bound: Promise<string> | undefined;

/** Binds the app to a database of its own, once. Returns the database's address. */
export const bindApp = (): Promise<string> => (bound ??= bind());

async function bind(): Promise<string> {
  const databaseUrl = await freshDatabase();
  Object.assign(process.env, appEnvironment({ databaseUrl, role: "all" }));
  const { openQueue } = await import("../../app/jobs/queue.server.ts");
  await openQueue();
  return databaseUrl;
}

/** Ends what the app's modules keep open, so that the process can end. */
export async function closeApp(): Promise<void> {
  if (!bound) return;
  await bound;
  const { boss } = await import("../../app/jobs/queue.server.ts");
  const { db } = await import("../../app/db.server.ts");
  await boss.stop({ graceful: false });
  await db.$disconnect();
}
