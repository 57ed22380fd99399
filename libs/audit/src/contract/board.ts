import type { CaseFileSummary, Words } from '@repere/cases';

/** What a supervisor watches. Each is a number of cases, and a list of them. */
export const BOARD_FIGURES = [
  'late-legal',
  'missing',
  'no-place-tonight',
  'late',
  'soon',
  'signs-unprotected',
  'approvals',
  'not-referred',
  'hotel-refused',
  'rights-incidents',
  'open',
] as const;
export type BoardFigure = (typeof BOARD_FIGURES)[number];

/** Figures that are told by person and by protocol. */
export interface BoardCounts {
  readonly lateLegal: number;
  /** Late, by law or otherwise. */
  readonly late: number;
  readonly soon: number;
}

export interface BoardPerson extends BoardCounts {
  /** `null`: cases that nobody leads. */
  readonly id: string | null;
  readonly name: string | null;
  /** Cases with a protocol that has not ended. */
  readonly open: number;
  readonly approvals: number;
}

export interface BoardProtocol extends BoardCounts {
  readonly protocol: string;
  readonly title: Words;
}

/** Where does it burn? One team at one moment; numbers of cases. */
export interface TeamBoard {
  readonly now: string;
  readonly team: { readonly id: string; readonly name: string };
  /** Teams that this reader answers for. */
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly figures: Readonly<Record<BoardFigure, number>>;
  /** Cases of the team that are restricted to a circle, whoever is in it: the same number for every supervisor of the team. */
  readonly restricted: number;
  /** Of what is counted over a time (hotel attempts, incidents): days back from now. */
  readonly days: number;
  /** What is due within so many days is soon. */
  readonly soonDays: number;
  readonly people: readonly BoardPerson[];
  readonly protocols: readonly BoardProtocol[];
}

/** A case behind a figure, with since when or until when it counts. */
export interface BoardCase {
  readonly case: CaseFileSummary;
  /** ISO 8601: due date, opening, last attempt… as the figure has it. */
  readonly at: string;
}
