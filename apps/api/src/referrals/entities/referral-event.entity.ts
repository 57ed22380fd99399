import type { ServiceNeed } from '@repere/directory';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';
import type { ReferralEventKind, ReferralReason } from '../answers/referral-state';
import type { MessageEventKind } from '../messages/message-state';

/** What was said with it. */
export interface ReferralWords {
  /** Of an answer, a reminder or a message: in words. */
  readonly words: string | null;
  /** Of a yes: by when, in words or a date, as it was said. */
  readonly byWhen: string | null;
  /** Whom to call there. */
  readonly whomToCall: string | null;
}

/** What happened to a referral: append-only, so that an answer that changed is seen to have changed. */
@Table('referral_event', {
  purpose: {
    fr: 'ce que devient une orientation : reçue, acceptée, refusée, relancée, et les messages échangés',
    en: 'what becomes of a referral: received, accepted, refused, chased, and the messages exchanged',
  },
  retention: 'case',
  rights: 'none',
})
export class ReferralEventEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  /** The referral, by its line in the register of sharing. */
  @Column('uuid', ROW) sharingId: string;
  /** The first referral that was sent for the same need. */
  @Column('uuid', ROW) needId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  /** `null`: to a service without account. */
  @Column('uuid', ACCOUNT, { nullable: true }) partnerId: string | null;
  /** Of one without account: which of the directory. */
  @Column('uuid', ROW, { nullable: true }) serviceId: string | null;
  @Column('text', CODED) kind: ReferralEventKind | MessageEventKind;
  @Column('text', CODED, { nullable: true }) reason: ReferralReason | null;
  @Column('timestamptz', IMPERSONAL) at: Date;
  /** Of `sent`: which need of the directory, where it is one. */
  @Column('text', CODED, { nullable: true }) need: ServiceNeed | null;
  /** `null`: the clock, or a service by its link. */
  @Column('uuid', ACCOUNT, { nullable: true }) byId: string | null;
  /** Of `sent`: when an answer is due. */
  @Column('timestamptz', IMPERSONAL, { nullable: true }) dueAt: Date | null;
  /** Of a yes: when the child is expected there, as it was said. */
  @Column('timestamptz', IMPERSONAL, { nullable: true }) expectedAt: Date | null;
  /** Of `sent` to a service without account: when it is over by itself. */
  @Column('timestamptz', IMPERSONAL, { nullable: true }) untilAt: Date | null;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ['narrative', 'contact'], under: 'case', row: ['id'], keyId: 'keyId' })
  content: Sealed<ReferralWords>;
}
