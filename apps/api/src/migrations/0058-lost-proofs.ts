import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was proven and is no longer is published only when a third person said why; the version keeps who and why. */
export class LostProofs0058 implements MigrationInterface {
  readonly name = 'LostProofs1764000000058';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE protocol_draft
        -- The exploration, by what it explored, whose lost proofs were accepted.
        ADD COLUMN loss_hash text,
        ADD COLUMN loss_accepted_by uuid REFERENCES account (id),
        ADD COLUMN loss_reason text,
        ADD CHECK (num_nonnulls(loss_hash, loss_accepted_by, loss_reason) IN (0, 3)),
        ADD CHECK (loss_accepted_by IS NULL OR (btrim(loss_reason) <> '' AND loss_accepted_by <> author_id
                   AND NOT (loss_accepted_by = ANY (saved_by)) AND loss_accepted_by IS DISTINCT FROM approved_by));
      ALTER TABLE protocol_version
        -- Titles of the promises that were proven of the version before it, and are not of this one.
        ADD COLUMN lost_proofs jsonb,
        ADD COLUMN loss_accepted_by text,
        ADD COLUMN loss_reason text,
        ADD CHECK (num_nonnulls(lost_proofs, loss_accepted_by, loss_reason) IN (0, 3)),
        ADD CHECK (loss_accepted_by IS NULL OR (btrim(loss_reason) <> '' AND loss_accepted_by <> published_by
                   AND loss_accepted_by IS DISTINCT FROM approved_by));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
