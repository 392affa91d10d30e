import pg from 'pg';

/**
 * The schema of a database as stable text, read from its catalogs: what `schema.sql` is compared with, so that a review sees what a
 * migration really does. Not meant to be run.
 */
export async function describeSchema(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const parts: string[] = ['-- What all migrations together make, written by `npm run codegen`. Never run, only compared.\n'];
    for (const query of queries) {
      const { rows } = await client.query<{ text: string }>(query);
      parts.push(...rows.map((row) => `${row.text}\n`));
    }
    return parts.join('\n');
  } finally {
    await client.end();
  }
}

const queries: readonly string[] = [
  `SELECT format(E'CREATE SEQUENCE %s AS %s;', sequencename, data_type) AS text FROM pg_sequences
   WHERE schemaname = 'public' AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = format('%I', sequencename)::regclass AND d.deptype = 'i') ORDER BY sequencename`,
  `SELECT format(E'CREATE TABLE %s (\\n%s\\n)%s;', c.relname, body.lines, CASE WHEN c.reloptions IS NULL THEN '' ELSE format(' WITH (%s)', array_to_string(c.reloptions, ', ')) END) AS text
   FROM pg_class c, LATERAL (SELECT string_agg('  ' || line, E',\\n' ORDER BY part, place) AS lines FROM (
     SELECT 1 AS part, a.attname::text AS place, a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
       || CASE WHEN a.attidentity = 'a' THEN ' GENERATED ALWAYS AS IDENTITY' WHEN a.attgenerated = 's' THEN format(' GENERATED ALWAYS AS (%s) STORED', pg_get_expr(d.adbin, d.adrelid))
            WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END AS line
     FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     UNION ALL SELECT 2, k.conname, format('CONSTRAINT %s %s', k.conname, pg_get_constraintdef(k.oid)) FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype <> 'n') parts) body
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname`,
  `SELECT pg_get_indexdef(i.indexrelid) || ';' AS text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
   WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u')) ORDER BY c.relname`,
  `SELECT rtrim(pg_get_functiondef(p.oid), E'\\n') || ';' AS text FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace ORDER BY p.proname`,
  `SELECT pg_get_triggerdef(t.oid) || ';' AS text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal ORDER BY c.relname, t.tgname`,
];
