import type { FindingSeverity } from '@repere/audit';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';
import type { FindingClosing, FindingText } from '../missions/mission-row';

@Table('mission_finding', {
  purpose: { fr: 'constats d’audit', en: 'audit findings' },
  retention: 'audit',
  rights: 'none',
})
export class MissionFindingEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW) missionId: string;
  @Column('text', ROW) reference: string;
  @Column('uuid', ROW) keyId: string;
  @Column('uuid', CASE, { nullable: true }) caseFileId: string | null;
  @Column('uuid', TEAM, { nullable: true }) teamId: string | null;
  @Column('text', CODED) severity: FindingSeverity;
  @Column('date', IMPERSONAL) dueOn: string;
  @Column('integer', IMPERSONAL, { default: '1' }) revision: number;
  @Column('timestamptz', IMPERSONAL) raisedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) answeredAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) closedAt: Date | null;
  @Column('uuid', ACCOUNT) authorId: string;
  @Column('uuid', ACCOUNT) ownerId: string;
  @Column('uuid', ACCOUNT, { nullable: true }) answeredBy: string | null;
  @Column('uuid', ACCOUNT, { nullable: true }) closedBy: string | null;
  @SealedColumn({ holds: ['situation', 'narrative'], under: 'case-or-space', row: ['id'], keyId: 'keyId' })
  content: Sealed<FindingText>;
  @SealedColumn({
    holds: ['situation', 'narrative'],
    under: 'case-or-space',
    row: ['id'],
    keyId: 'keyId',
    nullable: true,
  })
  answer: Sealed<string> | null;
  @SealedColumn({
    holds: ['situation', 'narrative'],
    under: 'case-or-space',
    row: ['id'],
    keyId: 'keyId',
    nullable: true,
  })
  closing: Sealed<FindingClosing> | null;
}
