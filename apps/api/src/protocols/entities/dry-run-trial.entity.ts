import { CASE, PUBLISHED, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

/** Codes and times, and titles of steps as the protocol has them. */
@Table('dry_run_trial', {
  purpose: { fr: 'ce qu’un essai changerait', en: 'what a trial would change' },
  retention: 'protocol',
  rights: 'none',
})
export class DryRunTrialEntity {
  @PrimaryColumn('uuid', ROW) dryRunId: string;
  @PrimaryColumn('uuid', ROW) runId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('jsonb', PUBLISHED) trial: unknown;
}
