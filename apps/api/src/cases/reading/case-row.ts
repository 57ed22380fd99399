import type { CaseGrant } from '@repere/access';
import type { ServiceKind } from '@repere/cases';
import { placeOf, rowOf } from '../../platform/data/sealed-row';
import type { SentLetterRow } from '../charge/sent-letters.query';
import type { StandingProposalRow } from '../lead/lead-proposals.query';
import type { NextAppointmentRow } from '../next-appointment/next-appointment.query';
import { CaseFileEntity } from '../entities/case/case-file.entity';

/** The line of a case, with its team and the relations of people to it. `child` is ciphertext. */
export interface CaseRow {
  readonly id: string;
  readonly reference: string;
  readonly teamId: string;
  readonly teamName: string;
  /** What the team's service is, and so what it owes the prosecutor. */
  readonly teamKind: ServiceKind;
  readonly leadId: string | null;
  /** Who was given a relation to it that holds now. */
  readonly grants: readonly CaseGrant[];
  /** Whom a restricted case is there for; `null`: it is not restricted. */
  readonly circle: readonly string[] | null;
  /** Who declared a conflict of interest. */
  readonly recusedIds: readonly string[];
  /** Open missions in which whoever asks examines it. */
  readonly missionIds: readonly string[];
  /** INSEE code. */
  readonly territory: string;
  readonly openedAt: Date;
  readonly seq: number;
  readonly dataKeyId: string;
  readonly child: Buffer;
  /** Hashes of what was projected of it last, by table. */
  readonly projected?: Readonly<Record<string, string>> | null;
  /** The reader's own; there only of a case that was asked for by itself. */
  readonly drafts?: readonly OwnDraftRow[];
  /** Whether a tie to another child is to be answered; there only of a case that was asked for by itself. */
  readonly isTieAsked?: boolean;
  /** The next in its calendar, as far as the reader sees it; there only of a case that was asked for by itself. */
  readonly nextAppointment?: NextAppointmentRow | null;
  /** That somebody is asked to lead it; there only of a case that was asked for by itself. */
  readonly leadProposal?: StandingProposalRow | null;
  /** Whether a service was ever asked to help this child; there only of a case that was asked for by itself. */
  readonly isServiceAsked?: boolean;
  /** Letters that left; there only of a case that was asked for by itself. */
  readonly sentLetters?: readonly SentLetterRow[];
}

/** What whoever reads a case had typed in a step of it; `content` is ciphertext in Base64. */
export interface OwnDraftRow {
  readonly runId: string;
  readonly step: string;
  readonly content: string;
  readonly protocolVersion: string;
  readonly savedAt: string;
  readonly revision: number;
}

/** Where the child's identity is bound to. */
export const childPlace = (id: string) => placeOf(rowOf(CaseFileEntity, { id }), 'child');

/** Who works on it, beside its lead. */
export const assignedIds = ({ grants }: Pick<CaseRow, 'grants'>): readonly string[] =>
  grants.filter(({ relation }) => relation === 'assigned').map(({ accountId }) => accountId);
