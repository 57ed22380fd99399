import { ACCOUNT, CASE, CODED, IMPERSONAL, oneWay, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../../platform/data/columns';
import type { ChildDto } from '../../opening/child.dto';

@Table('case_file', {
  purpose: { fr: 'dossiers', en: 'cases' },
  retention: 'case',
  rights: {
    key: ['id'],
    hidesKey: true,
    recorded: ['teamId', 'leadId'],
    silent: [
      'reference',
      'openedBy',
      'territory',
      'openedAt',
      'seq',
      'changedAt',
      'nextChangeAt',
      'nextDueAt',
      'erasedAt',
      'closedOn',
      'dataKeyId',
      'child',
      'projected',
    ],
  },
})
export class CaseFileEntity {
  @PrimaryColumn('uuid', CASE) id: string;
  /** Random letters: it says nothing of the child, the place or the date. */
  @Column('text', CASE) reference: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ACCOUNT, { nullable: true }) leadId: string | null;
  @Column('text', ACCOUNT) openedBy: string;
  /** INSEE code of the team's département. */
  @Column('text', CODED) territory: string;
  @Column('timestamptz', IMPERSONAL) openedAt: Date;
  @Column('bigint', IMPERSONAL, { default: '0' }) seq: string;
  @Column('timestamptz', IMPERSONAL) changedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) nextChangeAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) nextDueAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) erasedAt: Date | null;
  @Column('date', IMPERSONAL, { nullable: true }) closedOn: string | null;
  /** Of rows that stand in the clear beside it. */
  @Column('jsonb', oneWay('rows of the projections'), { nullable: true }) projected: Readonly<
    Record<string, string>
  > | null;
  @Column('uuid', ROW) dataKeyId: string;
  @SealedColumn({ holds: ['identity', 'contact'], under: 'case', row: ['id'], keyId: 'dataKeyId' })
  child: Sealed<ChildDto>;
}
