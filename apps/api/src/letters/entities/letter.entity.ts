import type { FamilyTold, Words } from '@repere/cases';
import type { FieldClass, LetterGround, LetterLanguage, SecondSignature } from '@repere/protocol';
import {
  ACCOUNT,
  ANYTHING,
  CASE,
  CODED,
  IMPERSONAL,
  oneWay,
  ROW,
  TEAM,
} from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

/** One part of a letter as it was written. */
export interface WrittenPart {
  readonly id: string;
  readonly title: Words;
  readonly text: string;
}

/** What a letter says, with all that its kind said of it when it was written: kinds change with the product. */
export interface LetterContent {
  readonly title: Words;
  readonly language: LetterLanguage;
  readonly ground: LetterGround | null;
  readonly isBound: boolean;
  readonly second: SecondSignature;
  readonly recipient: string;
  readonly parts: readonly WrittenPart[];
  /** Whether the family was told, of a letter that has to say it. */
  readonly familyTold: { readonly is: FamilyTold; readonly why?: string } | null;
  /** Ids of what was left out at first and was chosen: a correction begins with them. */
  readonly chosen: readonly string[];
  /** What was known and left out, counted by class. */
  readonly leftOut: Readonly<Partial<Record<FieldClass, number>>>;
}

/** A letter with its exact bytes: append-only, so that what was sent is what is kept; a correction is another letter. */
@Table('letter', {
  purpose: {
    fr: 'lettres tirées d’un dossier, telles qu’elles partent',
    en: 'letters that come out of a case, as they leave',
  },
  retention: 'case',
  rights: 'none',
})
export class LetterEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  /** Name of its kind. */
  @Column('text', CODED) template: string;
  /** Classes of fields that it may tell of. */
  @Column('text[]', CODED) classes: readonly FieldClass[];
  @Column('uuid', ACCOUNT) byId: string;
  @Column('timestamptz', IMPERSONAL) at: Date;
  /** The step from which it was prepared. */
  @Column('uuid', ROW, { nullable: true }) runId: string | null;
  @Column('text', CODED, { nullable: true }) step: string | null;
  /** The letter that this one corrects. */
  @Column('uuid', ROW, { nullable: true }) corrects: string | null;
  /** The referral that it tells of, by its line in the register of sharing. */
  @Column('uuid', ROW, { nullable: true }) referralId: string | null;
  /** SHA-256 of the PDF; the record commits to it. */
  @Column('text', oneWay('the PDF, whose words name people and are random to whoever has none of them'))
  sha256: string;
  @Column('integer', IMPERSONAL) bytes: number;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ANYTHING, under: 'case', row: ['id'], keyId: 'keyId' })
  content: Sealed<LetterContent>;
  /** Base64. */
  @SealedColumn({ holds: ANYTHING, under: 'case', row: ['id'], keyId: 'keyId' })
  pdf: Sealed<string>;
}
