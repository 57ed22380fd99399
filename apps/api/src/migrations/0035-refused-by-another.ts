import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request for access is refused by another than who prepared it (G08). What was refused before stays as it was. */
export class RefusedByAnother0035 implements MigrationInterface {
  readonly name = 'RefusedByAnother1764000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE access_request ADD CONSTRAINT refused_by_another
        CHECK (outcome IS DISTINCT FROM 'refused' OR settled_by <> prepared_by) NOT VALID;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
