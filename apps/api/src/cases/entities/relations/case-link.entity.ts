import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

/** How two children are tied to each other. */
export const LINK_KINDS = ['sibling', 'co-victim', 'same-facilitator'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/**
 * What was done about a tie, each in the case that it stands in: `asked` where it began, `told` in the other; `agreed` and `ended` in both;
 * `refused` only where it was answered.
 */
export const LINK_ACTS = ['asked', 'told', 'agreed', 'refused', 'ended'] as const;
export type LinkAct = (typeof LINK_ACTS)[number];

/** That this child is tied to another, without a word of who that is: each case has lines of its own. */
@Table('case_link', {
  purpose: {
    fr: 'liens entre dossiers (fratrie, co-victime, même intermédiaire)',
    en: 'ties between cases (sibling, co-victim, same facilitator)',
  },
  retention: 'case',
  rights: 'none',
})
export class CaseLinkEntity {
  @PrimaryColumn('uuid', ROW) linkId: string;
  @PrimaryColumn('uuid', CASE) caseFileId: string;
  @PrimaryColumn('text', CODED) act: LinkAct;
  @Column('uuid', TEAM) teamId: string;
  @Column('text', CODED) kind: LinkKind;
  /** Whoever may be asked about the other child: of the other case where it was told or agreed. */
  @Column('uuid', ACCOUNT) byId: string;
  @Column('timestamptz', IMPERSONAL) at: Date;
  /** Of the other case, as whoever asked typed it. */
  @Column('text', CASE, { nullable: true }) otherReference: string | null;
}
