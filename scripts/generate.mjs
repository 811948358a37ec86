import { runQuietly } from "./child.mjs";
import { withLock } from "./lock.mjs";
import { inRepo } from "./paths.mjs";
import { step } from "./progress.mjs";
import { hashOf, isStamped, writeStamp } from "./stamp.mjs";

const stamp = inRepo("node_modules", ".prisma", "samla-generated");

/** Generates the Prisma client when the schema has changed since the last time. */
export function generateClient() {
  return withLock(
    "generate",
    async () => {
      const wanted = hashOf([
        inRepo("prisma", "schema.prisma"),
        inRepo("node_modules", "prisma", "package.json"),
      ]);
      if (isStamped(stamp, wanted)) return;
      await step("Generating the database client", () =>
        runQuietly(process.execPath, [inRepo("node_modules", "prisma", "build", "index.js"), "generate"], {
          // The command wants to know an address, and does not connect to it.
          env: { ...process.env, DATABASE_URL: "postgresql://127.0.0.1:1/none", CHECKPOINT_DISABLE: "1" },
          failure: "prisma generate failed:",
        }),
      );
      writeStamp(stamp, wanted);
    },
    console.log,
  );
}
