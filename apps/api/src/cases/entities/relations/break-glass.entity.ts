import type { BreakGlassReason } from '@repere/cases';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../../platform/data/columns';

@Table('break_glass', {
  purpose: { fr: 'accès d’urgence et leur contrôle', en: 'emergency access and its review' },
  retention: 'case',
  rights: {
    key: ['id'],
    recorded: [
      'caseFileId',
      'accountId',
      'openedAt',
      'untilAt',
      'reviewedAt',
      'reviewedBy',
      'verdict',
      'endedAt',
      'endedBy',
      'teamId',
      'reviewDueAt',
    ],
    silent: ['reason', 'keyId', 'words', 'review'],
  },
})
export class BreakGlassEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW) keyId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ACCOUNT) accountId: string;
  @Column('uuid', ACCOUNT, { nullable: true }) reviewedBy: string | null;
  @Column('uuid', ACCOUNT, { nullable: true }) endedBy: string | null;
  @Column('text', CODED) reason: BreakGlassReason;
  @Column('text', CODED, { nullable: true }) verdict: 'justified' | 'not-justified' | null;
  @SealedColumn({ holds: ['narrative', 'staff'], under: 'case', row: ['id'], keyId: 'keyId' })
  words: Sealed<string>;
  @SealedColumn({ holds: ['narrative', 'staff'], under: 'case', row: ['id'], keyId: 'keyId', nullable: true })
  review: Sealed<string> | null;
  @Column('timestamptz', IMPERSONAL) openedAt: Date;
  @Column('timestamptz', IMPERSONAL) untilAt: Date;
  @Column('timestamptz', IMPERSONAL) reviewDueAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) reviewedAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) endedAt: Date | null;
}
