import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

/** How a letter left. */
export const LETTER_MEANS = ['e-mail', 'post', 'hand'] as const;
export type LetterMeans = (typeof LETTER_MEANS)[number];

/** Who has a letter that is the child's own: only of the third something was told to somebody. */
export const OWN_LETTER_RECEIVERS = ['child', 'safe-contact', 'other'] as const;
export type OwnLetterReceiver = (typeof OWN_LETTER_RECEIVERS)[number];

/** What was said when it was sent. */
export interface SendingContent {
  /** Of a letter that is the child's own. */
  readonly receivedBy: OwnLetterReceiver | null;
  readonly toWhom: string;
  /** Under which it is found: the recipient's, or ours. */
  readonly reference: string;
  readonly keptWhere: string;
  /** Who signed second. */
  readonly secondSignature: string | null;
}

/** That a letter was sent, once: when, how, to whom, and where its copy is. */
@Table('letter_sending', {
  purpose: {
    fr: 'quand, comment et à qui une lettre est partie',
    en: 'when, how and to whom a letter was sent',
  },
  retention: 'case',
  rights: 'none',
})
export class LetterSendingEntity {
  @PrimaryColumn('uuid', ROW) letterId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ACCOUNT) byId: string;
  /** When it was recorded. */
  @Column('timestamptz', IMPERSONAL) at: Date;
  /** When it left. */
  @Column('timestamptz', IMPERSONAL) sentAt: Date;
  @Column('text', CODED) how: LetterMeans;
  /** Its line in the register of sharing; none of a letter that the child has, by hand or by their safe contact. */
  @Column('uuid', ROW, { nullable: true }) sharingId: string | null;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ['narrative', 'people', 'staff'], under: 'case', row: ['letterId'], keyId: 'keyId' })
  content: Sealed<SendingContent>;
}
