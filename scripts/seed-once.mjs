import { runQuietly } from "./child.mjs";
import { emptyDatabase, readComment, writeComment } from "./database.mjs";
import { migrate } from "./migrate.mjs";
import { step } from "./progress.mjs";

/**
 * Fills the database with the world named by `seed`, the first time only. One that was killed
 * half-way is begun again on an emptied database. The database itself carries the note, as its
 * comment: no file can come to disagree with it.
 */
export async function seedOnce({ seed, env }) {
  const url = env.DATABASE_URL;
  const before = await readComment(url);
  if (before.startsWith("seeded ")) {
    const kept = before.slice("seeded ".length);
    if (kept !== seed && process.env.SEED)
      console.log(`  The data in .data was seeded with SEED=${kept}; --fresh begins anew.`);
    return;
  }
  await step(`Seeding the world (${seed})`, async (say) => {
    if (before !== "") {
      say("an earlier seeding did not finish: emptying the database");
      await emptyDatabase(url);
      await migrate(url);
    }
    await writeComment(url, "being seeded");
    await runQuietly(process.execPath, ["prisma/seed.ts"], {
      env: { ...env, SEED: seed },
      failure: "The seeding failed:",
      onLine: say,
    });
    await writeComment(url, `seeded ${seed}`);
  });
}
