import type { FieldClass } from '@repere/access';
import type { Words } from '@repere/cases';
import { ACCOUNT, ANYTHING, CASE, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

/** One line as it was sent. `of`: the field, fact or row that it tells of. `at`: when it had been recorded, ISO 8601. */
export interface SentLine {
  readonly of: string;
  readonly fieldClass: FieldClass;
  readonly title: Words;
  readonly shown: Words;
  readonly at: string | null;
}

/** What was sent, word for word. */
export interface SentCopy {
  /** What the child is called; `null`: who they are was not sent. */
  readonly calledName: string | null;
  readonly lines: readonly SentLine[];
}

/** What a partner was sent of a case, as it stood then: append-only. What is recorded later is sent by itself, or not at all. */
@Table('referral_copy', {
  purpose: {
    fr: 'ce qui a été envoyé d’un dossier à un partenaire, tel quel',
    en: 'what was sent of a case to a partner, as it stood',
  },
  retention: 'case',
  rights: 'none',
})
export class ReferralCopyEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  /** The referral, by its line in the register of sharing. */
  @Column('uuid', ROW) sharingId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ACCOUNT) partnerId: string;
  @Column('timestamptz', IMPERSONAL) at: Date;
  @Column('uuid', ACCOUNT) byId: string;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ANYTHING, under: 'case', row: ['id'], keyId: 'keyId' })
  content: Sealed<SentCopy>;
}
