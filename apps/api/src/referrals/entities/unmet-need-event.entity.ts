import type { ServiceNeed } from '@repere/directory';
import type { GapReason } from '../answers/referral-state';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

/**
 * `opened`: those who were asked said no or nothing. `recorded`: somebody said that nobody meets it. `not-needed`: somebody said, before
 * anybody was asked, that the child needs it no more.
 */
export const UNMET_NEED_EVENTS = ['opened', 'met', 'recorded', 'not-needed'] as const;
export type UnmetNeedEventKind = (typeof UNMET_NEED_EVENTS)[number];

/** Whether such a word ends the need: it is met, or needed no more. */
const ENDS_NEED: Readonly<Record<UnmetNeedEventKind, boolean>> = {
  ...{ opened: false, met: true, recorded: false, 'not-needed': true },
};
export const ENDS_OF_NEED = UNMET_NEED_EVENTS.filter((kind) => ENDS_NEED[kind]);
export const endsNeed = ({ kind }: { readonly kind: UnmetNeedEventKind }): boolean => ENDS_NEED[kind];

/** Why a child needs no more what nobody was asked for. */
export const NOT_NEEDED_REASONS = ['changed', 'by-mistake'] as const;
export type NotNeededReason = (typeof NOT_NEEDED_REASONS)[number];

/** A need of the directory, or one that a referral said in words alone. */
export type NeedCode = ServiceNeed | 'other';

/** That nobody meets a need of a child, and what came of it: append-only. Written behind the clock and answers, and by hand where nobody was asked alone. */
@Table('unmet_need_event', {
  purpose: {
    fr: 'besoins que personne ne couvre, pour la liste du département',
    en: 'needs that nobody meets, for the list of the département',
  },
  retention: 'case',
  rights: 'none',
})
export class UnmetNeedEventEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('text', CODED) need: NeedCode;
  /** Of a need in words alone: the first referral that was sent for it. */
  @Column('uuid', ROW, { nullable: true }) needId: string | null;
  @Column('text', CODED) kind: UnmetNeedEventKind;
  @Column('text', CODED, { nullable: true }) reason: GapReason | NotNeededReason | null;
  /** The row of the list of the case in which it is noted; none where the protocols have no such list. */
  @Column('uuid', ROW, { nullable: true }) rowId: string | null;
  /** Who said so where nobody was asked; `null`: it was noted behind an answer or the clock. */
  @Column('uuid', ACCOUNT, { nullable: true }) byId: string | null;
  @Column('timestamptz', IMPERSONAL) at: Date;
}
