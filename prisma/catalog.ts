// What a database is made of, as PostgreSQL's own catalogs tell it: one line per part.
import type pg from "pg";

export interface Part {
  kind:
    | "table"
    | "column"
    | "primary key"
    | "unique"
    | "foreign key"
    | "check"
    | "exclusion"
    | "index"
    | "trigger"
    | "function"
    | "type"
    | "sequence";
  /** unique within its kind: "Ticket.subject" */
  name: string;
  definition: string;
}

/** Everything in the schema `public`, without the table in which Prisma counts its migrations. */
export async function readCatalog(client: pg.Client): Promise<Part[]> {
  const { rows } = await client.query<Part>(SQL);
  return rows;
}

const SQL = `
  WITH tables AS (
    SELECT oid, relname, relkind FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') AND relname <> '_prisma_migrations'
  )
  SELECT 'table' AS kind, relname::text AS name,
         CASE relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned' ELSE 'view' END AS definition FROM tables
  UNION ALL
  SELECT 'column', t.relname || '.' || a.attname,
         format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
           || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
  FROM pg_attribute a JOIN tables t ON t.oid = a.attrelid
       LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  SELECT CASE c.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key'
                        WHEN 'x' THEN 'exclusion' ELSE 'check' END,
         t.relname || '.' || c.conname, pg_get_constraintdef(c.oid)
  FROM pg_constraint c JOIN tables t ON t.oid = c.conrelid
  WHERE c.contype <> 'n'
  UNION ALL
  SELECT 'index', t.relname || '.' || i.relname, pg_get_indexdef(x.indexrelid)
  FROM pg_index x JOIN tables t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
  WHERE NOT x.indisprimary
  UNION ALL
  SELECT 'trigger', t.relname || '.' || g.tgname, pg_get_triggerdef(g.oid)
  FROM pg_trigger g JOIN tables t ON t.oid = g.tgrelid WHERE NOT g.tgisinternal
  UNION ALL
  SELECT 'function', p.proname::text, pg_get_function_identity_arguments(p.oid)
  FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 'type', y.typname::text, y.typtype::text
  FROM pg_type y WHERE y.typnamespace = 'public'::regnamespace AND y.typtype IN ('e', 'd')
  UNION ALL
  SELECT 'sequence', s.relname::text, ''
  FROM pg_class s WHERE s.relnamespace = 'public'::regnamespace AND s.relkind = 'S'
  ORDER BY 1, 2`;
