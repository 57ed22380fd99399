import type { LeadRefusal } from '@repere/cases';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../../platform/data/columns';

/** How a proposal ended. `replaced`: by a newer one; `overtaken`: a supervisor named a lead at once. */
export const LEAD_PROPOSAL_OUTCOMES = ['accepted', 'refused', 'withdrawn', 'replaced', 'overtaken'] as const;
export type LeadProposalOutcome = (typeof LEAD_PROPOSAL_OUTCOMES)[number];

/** That somebody is asked to lead a case. Until they accept, who leads it leads it; what nobody answered in time is silent by the clock. */
@Table('lead_proposal', {
  purpose: {
    fr: 'à qui un dossier est proposé, et ce que cette personne a répondu',
    en: 'to whom the lead of a case is proposed, and what they answered',
  },
  retention: 'case',
  rights: 'none',
})
export class LeadProposalEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  /** Who is asked. */
  @Column('uuid', ACCOUNT) toId: string;
  @Column('uuid', ACCOUNT) byId: string;
  @Column('timestamptz', IMPERSONAL) at: Date;
  @Column('timestamptz', IMPERSONAL) untilAt: Date;
  @Column('uuid', ROW) keyId: string;
  /** Why it is proposed. */
  @SealedColumn({ holds: ['narrative', 'staff'], under: 'case', row: ['id'], keyId: 'keyId' })
  words: Sealed<string>;
  /** `null`: nobody has answered. */
  @Column('text', CODED, { nullable: true }) outcome: LeadProposalOutcome | null;
  /** Of a refusal. */
  @Column('text', CODED, { nullable: true }) refusal: LeadRefusal | null;
  @SealedColumn({ holds: ['narrative', 'staff'], under: 'case', row: ['id'], keyId: 'keyId', nullable: true })
  answer: Sealed<string> | null;
  @Column('uuid', ACCOUNT, { nullable: true }) settledBy: string | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) settledAt: Date | null;
  /** When who leads said that they had read the refusal. */
  @Column('timestamptz', IMPERSONAL, { nullable: true }) notedAt: Date | null;
}
