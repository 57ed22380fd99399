import type { RequestSubject } from '@repere/privacy';
import {
  ACCOUNT,
  ANYTHING,
  CASE,
  CODED,
  IMPERSONAL,
  ROW,
  TEAM,
  oneWay,
} from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';
import type { RequestContent, Settling, Verdicts } from '../access-requests/gathered-line';

@Table('access_request', {
  purpose: {
    fr: 'demandes d’accès : ce qu’une personne a demandé sur elle-même, et ce qui lui a été remis',
    en: 'requests for access: what a person asked about themselves, and what they were handed',
  },
  retention: 'case',
  rights: 'none',
})
export class AccessRequestEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('text', ROW, { nullable: true }) personId: string | null;
  @Column('uuid', ROW) keyId: string;
  @Column('text', CODED) subject: RequestSubject;
  @Column('text', CODED, { nullable: true }) outcome: 'handed-over' | 'refused' | null;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', CASE, { nullable: true }) caseFileId: string | null;
  @Column('uuid', ACCOUNT, { nullable: true }) accountId: string | null;
  @Column('uuid', ACCOUNT) preparedBy: string;
  @Column('uuid', ACCOUNT, { nullable: true }) reviewedBy: string | null;
  @Column('uuid', ACCOUNT, { nullable: true }) settledBy: string | null;
  @SealedColumn({ holds: ANYTHING, under: 'case-or-space', row: ['id'], keyId: 'keyId' })
  content: Sealed<RequestContent>;
  @SealedColumn({ holds: ANYTHING, under: 'case-or-space', row: ['id'], keyId: 'keyId', nullable: true })
  review: Sealed<Verdicts> | null;
  @SealedColumn({ holds: ANYTHING, under: 'case-or-space', row: ['id'], keyId: 'keyId', nullable: true })
  settling: Sealed<Settling> | null;
  @Column('text', oneWay('the lines that were gathered, under a random salt')) hash: string;
  @Column('text', oneWay('the lines that were gathered, under a random salt'), { nullable: true })
  reviewedHash: string | null;
  @Column('date', IMPERSONAL) receivedOn: string;
  @Column('date', IMPERSONAL) dueOn: string;
  @Column('timestamptz', IMPERSONAL) preparedAt: Date;
  @Column('integer', IMPERSONAL, { default: '0' }) revision: number;
  @Column('integer', IMPERSONAL) lines: number;
  @Column('integer', IMPERSONAL, { default: '0' }) reviewedLines: number;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) reviewedAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) settledAt: Date | null;
}
