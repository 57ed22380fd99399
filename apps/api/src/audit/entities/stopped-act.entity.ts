import { CASE, CODED, IMPERSONAL, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('stopped_act', {
  purpose: { fr: 'actes qu’une règle a empêchés', en: 'acts that a rule stopped' },
  retention: 'record',
  rights: 'none',
})
export class StoppedActEntity {
  @PrimaryColumn('bigint', IMPERSONAL) eventSeq: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('text[]', CODED) rules: readonly string[];
  @Column('timestamptz', IMPERSONAL) at: Date;
}
