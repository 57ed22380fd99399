import type { DeadlineOrigin, DeadlineOwner } from '@repere/protocol-engine';
import type { Person, Shown } from './case-file';
import type { Words } from './problem';

/** One thing to do, or waited for. */
export interface WorkItem {
  readonly id: string;
  /** `now`: protects now; `today` opens with what is late by law; `late`: what else is late. */
  readonly group: 'now' | 'today' | 'late' | 'soon' | 'waiting-for-me' | 'waiting-for-others' | 'later';
  /** `review`: an emergency access to look at; `task`: a possible duplicate; `handover`: its lead is gone or leaves. */
  readonly kind: 'step' | 'approval' | 'outside' | 'review' | 'emergency' | 'handover' | 'task';
  readonly caseFileId: string;
  readonly reference: string;
  readonly calledName: Shown<string>;
  readonly runId: string | null;
  readonly step: string | null;
  readonly title: Words;
  readonly protocolTitle: Words | null;
  readonly why: Words | null;
  readonly origin: DeadlineOrigin | null;
  readonly owner: DeadlineOwner;
  readonly dueAt: string | null;
  readonly lateFrom: string | null;
  readonly atOnce: boolean;
  readonly lead: string | null;
}

export interface Worklist {
  readonly scope: 'me' | 'team';
  readonly now: string;
  /** By group: all there are, shown or not. */
  readonly counts: Readonly<Record<WorkItem['group'], number>>;
  /** How many of ours are late, in whatever group. */
  readonly late: number;
  /** How many answers of authorities are overdue: nobody's delay here. */
  readonly toChase: number;
  readonly items: readonly WorkItem[];
  readonly next: string | null;
  /** Shown when nothing is late: the next deadline to come. */
  readonly nextDueAt: string | null;
}

/** One decision that waits for a second person. */
export interface ApprovalItem {
  readonly caseFileId: string;
  readonly reference: string;
  readonly calledName: Shown<string>;
  readonly runId: string;
  readonly step: string;
  readonly entryId: string;
  /** The case's, for `If-Match` when it is approved or sent back from the list. */
  readonly seq?: number;
  readonly title: Words;
  readonly protocolTitle: Words;
  readonly enteredBy: string;
  readonly occurredAt: string;
  readonly dueAt: string | null;
  /** Already in effect (it protects), or waiting to take effect. */
  readonly inEffect: boolean;
  /** Why this reader may not approve it: their own act, missing role. */
  readonly mayNot: Words | null;
  readonly values: readonly { readonly title: Words; readonly shown: Words }[];
  readonly reasons: readonly Words[];
  readonly bestInterests: string | null;
  readonly childView: { readonly said: string } | { readonly whyNot: string } | null;
  /** Words that there are and that the reader may not see. */
  readonly withheldWords?: readonly ('reasons' | 'bestInterests' | 'childView')[];
  /** What is still to be written of a decision; nothing is of a step that decides nothing. */
  readonly owes?: readonly ('best-interests' | 'child-view')[];
  /** What changes when it is approved. */
  readonly effects: readonly Words[];
  /** The people around the child, where what is decided depends on who they are; as the reader may see them. */
  readonly people?: readonly Person[];
}

/** Something in a case that its supervisor must know, until one of them has seen it. */
export interface AlertItem {
  readonly id: string;
  readonly caseFileId: string;
  readonly reference: string;
  readonly calledName: Shown<string>;
  readonly runId: string;
  readonly step: string;
  readonly entryId: string;
  /** `rights-incident`: a right of the child was breached. */
  readonly kind: 'flag' | 'rights-incident';
  readonly title: Words;
  readonly text: Words;
  /** When it was entered. */
  readonly at: string;
}

/** A possible duplicate outside somebody's rights, for supervisors of both cases. */
export interface DuplicateTask {
  readonly id: string;
  readonly caseFileId: string;
  readonly reference: string;
  readonly otherReference: string;
  readonly otherCaseFileId: string | null;
  readonly why: readonly Words[];
  readonly raisedAt: string;
  /** Until when whoever opened the case first is asked, ISO 8601; `null`: nobody in particular. */
  readonly dueAt: string | null;
}
