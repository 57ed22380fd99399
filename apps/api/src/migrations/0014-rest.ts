import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Steps and deadlines of a case at rest: closed, or its search dormant. They stay in the projection, where audit reads them,
 * and out of the lists of work. Rebuilding the projections, or the next act, marks those of cases that rest already.
 */
export class Rest0014 implements MigrationInterface {
  readonly name = 'Rest1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE step_state ADD COLUMN rests boolean NOT NULL DEFAULT false;
      ALTER TABLE deadline ADD COLUMN rests boolean NOT NULL DEFAULT false;

      -- Lists of work walk these in the order of their dates: what rests must not lie in the way.
      DROP INDEX deadline_team_open;
      DROP INDEX deadline_lead_open;
      CREATE INDEX deadline_team_open ON deadline (team_id, due_at, run_id, step, of) WHERE met_at IS NULL AND NOT rests;
      CREATE INDEX deadline_lead_open ON deadline (lead_id, due_at, run_id, step, of) WHERE met_at IS NULL AND NOT rests;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
