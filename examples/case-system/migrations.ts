/** What the database looks like, step by step: a step that was run is never changed; a new one is added below. */

type Ask = (sql: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>

/** What people typed stands in a table of its own, so that other people may read it than those who may read decisions. */
const steps: readonly (readonly string[])[] = [
  [
    `CREATE TABLE IF NOT EXISTS decisions (
       id uuid PRIMARY KEY, at timestamptz NOT NULL, choice text NOT NULL, urgency text NOT NULL, record json NOT NULL)`,
    'CREATE INDEX IF NOT EXISTS decisions_at ON decisions (at DESC)',
    `CREATE TABLE IF NOT EXISTS cards (
       uuid uuid PRIMARY KEY, instance uuid NOT NULL, indicator text NOT NULL, shown_at timestamptz NOT NULL DEFAULT now())`,
    `CREATE TABLE IF NOT EXISTS feedback (
       card uuid NOT NULL REFERENCES cards, outcome text NOT NULL, at timestamptz NOT NULL, answer json NOT NULL,
       PRIMARY KEY (card, outcome, at))`,
    `CREATE TABLE IF NOT EXISTS comments (
       card uuid NOT NULL REFERENCES cards, comment text NOT NULL, made_at timestamptz NOT NULL DEFAULT now())`,
  ],
  [
    `ALTER TABLE decisions ADD COLUMN tenant text NOT NULL DEFAULT 'default',
       ADD COLUMN actor text, ADD COLUMN subject text`,
    `UPDATE decisions SET actor = record ->> 'actor', subject = record ->> 'subject'`,
    'ALTER TABLE decisions DROP CONSTRAINT decisions_pkey, ADD PRIMARY KEY (tenant, id)',
    'DROP INDEX decisions_at',
    'CREATE INDEX decisions_latest ON decisions (tenant, at DESC, id DESC)',
    'ALTER TABLE feedback DROP CONSTRAINT feedback_card_fkey',
    'ALTER TABLE comments DROP CONSTRAINT comments_card_fkey',
    ...['cards', 'feedback', 'comments'].map(
      (table) => `ALTER TABLE ${table} ADD COLUMN tenant text NOT NULL DEFAULT 'default'`,
    ),
    'ALTER TABLE cards DROP CONSTRAINT cards_pkey, ADD PRIMARY KEY (tenant, uuid)',
    'ALTER TABLE feedback DROP CONSTRAINT feedback_pkey, ADD PRIMARY KEY (tenant, card, outcome, at)',
    'ALTER TABLE feedback ADD FOREIGN KEY (tenant, card) REFERENCES cards',
    'ALTER TABLE comments ADD FOREIGN KEY (tenant, card) REFERENCES cards',
  ],
]

/** A number that no other program of this database locks. */
const lock = 7_413_902

/** Runs the steps that were not run yet, all or none of them, and one service at a time; `ask` must be one connection. */
export async function migrated(ask: Ask): Promise<void> {
  await ask('BEGIN')
  try {
    await ask('SELECT pg_advisory_xact_lock($1)', [lock])
    await ask('CREATE TABLE IF NOT EXISTS migrations (step int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())')
    const run = new Set((await ask('SELECT step FROM migrations')).map(({ step }) => step))
    for (const [i, statements] of steps.entries()) {
      if (run.has(i + 1)) continue
      for (const statement of statements) await ask(statement)
      await ask('INSERT INTO migrations (step) VALUES ($1)', [i + 1])
    }
    await ask('COMMIT')
  } catch (error) {
    await ask('ROLLBACK')
    throw error
  }
}
