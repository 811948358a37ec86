// For tests whose workers must find no other test's jobs: import it before anything of app/.
import { freshDatabase } from "./database.ts";

process.env.DATABASE_URL = await freshDatabase();
