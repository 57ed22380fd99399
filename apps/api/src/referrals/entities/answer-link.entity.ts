import { ACCOUNT, CASE, IMPERSONAL, oneWay, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

/** The code that is told by telephone, and what binds the link to its row. */
export interface LinkSecret {
  readonly code: string;
  /** SHA-256 of the token, hexadecimal, and the end, ISO 8601; `null` before the mail is made. */
  readonly holds: { readonly tokenHash: string; readonly expiresAt: string } | null;
  /** How often the code was wrong, once the mail is made. */
  readonly wrongCodes: number;
}

/** A link by which a service without account answers one question or one referral, with a code. */
@Table('answer_link', {
  purpose: {
    fr: 'liens par lesquels un service sans compte répond',
    en: 'links by which a service without account answers',
  },
  retention: 'case',
  rights: 'none',
})
export class AnswerLinkEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  /** Of a question for a place; `null`: of a referral. */
  @Column('uuid', ROW, { nullable: true }) requestId: string | null;
  @Column('uuid', ROW, { nullable: true }) questionId: string | null;
  /** The referral that it answers, by its line in the register of sharing. */
  @Column('uuid', ROW, { nullable: true }) sharingId: string | null;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('bytea', oneWay('256 random bits: the link of a mail'), { nullable: true })
  tokenHash: Buffer | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) expiresAt: Date | null;
  @Column('integer', IMPERSONAL, { default: '0' }) wrongCodes: number;
  @Column('timestamptz', IMPERSONAL) madeAt: Date;
  @Column('uuid', ACCOUNT) madeBy: string;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) sentAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) endedAt: Date | null;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ['staff'], under: 'case', row: ['id'], keyId: 'keyId' })
  content: Sealed<LinkSecret>;
  /** SHA-256 of what is sealed: what was replaced or used is remembered by it, and opens nothing when the row is set back. */
  @Column('bytea', oneWay('a ciphertext, random to whoever has none'))
  binding: Buffer;
}
