import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The act after which a duty that comes again is due. What is late and open goes by it, so that an explanation stays beside
 * the deviation once the duty was done. Rebuilding the projections, or the next act of a case, fills it in.
 */
export class Recurrences0043 implements MigrationInterface {
  readonly name = 'Recurrences1764000000043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE step_conformance ADD COLUMN late_after uuid`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
