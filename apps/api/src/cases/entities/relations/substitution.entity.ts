import { ACCOUNT, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('substitution', {
  purpose: { fr: 'remplacements pendant un congé', en: 'substitution during leave' },
  retention: 'account',
  rights: {
    key: ['id'],
    recorded: ['absentId', 'substituteId', 'teamIds', 'namedBy', 'fromAt', 'untilAt', 'endedAt', 'endedBy'],
    silent: ['namedAt'],
  },
})
export class SubstitutionEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid[]', TEAM, { default: "'{}'::uuid[]" }) teamIds: readonly string[];
  @Column('uuid', ACCOUNT) absentId: string;
  @Column('uuid', ACCOUNT) substituteId: string;
  @Column('uuid', ACCOUNT) namedBy: string;
  @Column('uuid', ACCOUNT, { nullable: true }) endedBy: string | null;
  @Column('timestamptz', IMPERSONAL) fromAt: Date;
  @Column('timestamptz', IMPERSONAL) untilAt: Date;
  @Column('timestamptz', IMPERSONAL) namedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) endedAt: Date | null;
}
