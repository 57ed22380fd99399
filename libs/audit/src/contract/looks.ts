import type { Shown, Words } from '@repere/cases';

/** How somebody saw a case. */
export type LookKind = 'opened' | 'listed' | 'exported' | 'acted' | 'refused';

/** Why a look is worth asking about. */
export type UnusualCode = 'outside' | 'night' | 'many' | 'break-glass' | 'same-name' | 'refused';

/** One look at a case, from the record. */
export interface Look {
  /** Place in the record; names it when one asks why. */
  readonly id: string;
  /** The space's clock, ISO 8601. */
  readonly at: string;
  /** `null`: the link from the record to the person was cut. */
  readonly by: { readonly id: string; readonly name: string } | null;
  /** By what they were tied to the case at that moment, or covered for who is. `null`: nothing with a start and an end. */
  readonly as: Words | null;
  readonly kind: LookKind;
  /** What the person did. */
  readonly act: Words;
  /** What for, as the record has it. */
  readonly purpose: Words;
  readonly unusual: readonly { readonly code: UnusualCode; readonly text: Words }[];
  /** What was asked about it and answered. */
  readonly questions: readonly LookQuestion[];
  /** Whether this reader may ask the person why. */
  readonly mayAsk: boolean;
}

export interface LookQuestion {
  readonly id: string;
  readonly askedAt: string;
  readonly askedBy: string;
  readonly question: string;
  readonly answeredAt: string | null;
  readonly answer: string | null;
}

/** Who saw a case: unusual looks first, then all of them, newest first. */
export interface CaseLooks {
  readonly caseFileId: string;
  readonly reference: string;
  readonly calledName: Shown<string>;
  readonly zone: string;
  /** With the first page only. */
  readonly unusual: readonly Look[];
  /** How many of the newest looks were searched for unusual ones; `null`: all there are. */
  readonly searched: number | null;
  readonly items: readonly Look[];
  readonly next: string | null;
}

/** A question to whoever looked, for them to answer. */
export interface QuestionToMe extends LookQuestion {
  /** Of the case that was looked at. */
  readonly reference: string;
  readonly lookedAt: string;
  readonly act: Words;
}

export interface AskWhy {
  readonly question: string;
}

export interface AnswerWhy {
  readonly answer: string;
}
