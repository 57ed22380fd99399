import { URGENCY_RANKS } from '@repere/case-engine';
import { type Lane, SLACK_MS } from '../projections/projected-work';
import type { WorkItemDto } from './worklist.dto';

/** A row of one phase of the worklist, as SQL gives it. */
export interface WorkRow {
  readonly caseFileId: string;
  readonly runId: string;
  readonly step: string;
  readonly of: string;
  readonly origin: WorkItemDto['origin'];
  readonly owner: WorkItemDto['owner'];
  readonly dueAt: Date | null;
  readonly lateFrom: Date | null;
  readonly atOnce: boolean;
  /** The place in the phase, for the cursor: rank, then date as text with all its digits, then place in the case. */
  readonly rank: number;
  readonly sortedAt: string;
  readonly place: number;
}

/** A row as the page needs it: of which phase, how its step stands, and what its run follows. */
export interface FoundRow extends WorkRow {
  readonly phase: string;
  readonly state: string;
  readonly protocol: string;
  readonly version: string;
}

/** Moments in SQL: `$1` is now, `$2` the end of today, `$3` the end of the week. Dates of lines are whole milliseconds. */
const SLACK = `interval '${String(SLACK_MS)} milliseconds'`;
const NOW = '$1::timestamptz';
const END_OF_TODAY = '$2::timestamptz';
const END_OF_WEEK = '$3::timestamptz';
const AFTER = ` + interval '1 millisecond'`;
const BEFORE = ` - interval '1 millisecond'`;
const WHENEVER = `'-infinity'::timestamptz`;
const NEVER = `'infinity'::timestamptz`;
/** Before all dates, and behind what has none. */
const FIRST_DATE = `'epoch'::timestamptz - interval '4000 years'`;

/** A stretch of one lane, read from one index from its beginning: the lines of one rank between two dates, both among them. */
export interface WorkRange {
  readonly lane: Lane;
  readonly rank: number;
  readonly from: string;
  readonly until: string;
  /** Only those that are late by now, or only those that are not and will be. */
  readonly late: boolean | null;
  /** Only those that this account entered, or that others did and it may approve. */
  readonly own: boolean | null;
  /** Only those of whose cases nothing presses until then. */
  readonly quietAfter: string | null;
}

/** In the order of the page. */
export const PHASE_NAMES = [
  'now',
  'late-law',
  'today',
  'late',
  'soon',
  'approvals',
  'to-confirm',
  'outside',
  'my-acts',
  'later',
] as const;
export type PhaseName = (typeof PHASE_NAMES)[number];

/** A stretch of the list. The same order as `orderSteps` of the engine, over many cases: a test compares them. */
export interface WorkPhase {
  readonly name: PhaseName;
  readonly group: WorkItemDto['group'];
  readonly kind: WorkItemDto['kind'];
  readonly ranges: readonly WorkRange[];
  /** Those of its lines that are past their time, `all` of them; without it there are none. */
  readonly late?: readonly WorkRange[] | 'all';
}

/** Open and not at rest: that of a closed case is nobody's work. */
const OPEN = `d.met_at IS NULL AND NOT d.rests`;
/** Deadlines `d` of ours that are to be met, and whose step is known to apply. */
export const OURS = `d.owner = 'ours' AND ${OPEN} AND d.waits_for IS NOT NULL`;
/** Deadlines `d` of ours that somebody of ours has to meet, now or once it is possible; an approval is the second person's. */
export const OURS_UNDONE = `${OURS} AND d.waits_for IN ('doing', 'opening')`;
export const OURS_DOABLE = `${OURS} AND d.waits_for = 'doing'`;
/** Audit calls a deadline `d` late only after its moment: the same everywhere. */
export const lateAt = (now: string): string => `d.late_from < ${now}`;

const range = (lane: Lane, of: Partial<WorkRange> = {}): WorkRange => ({
  ...{ lane, rank: 0, from: WHENEVER, until: NEVER, late: null, own: null, quietAfter: null },
  ...of,
});

/** The one rank that a window of care has, and those of what is due at once. */
const [WINDOW_RANK = 0, ...AT_ONCE_RANKS] = URGENCY_RANKS.toReversed();
const pressing = (of: Partial<WorkRange> = {}): readonly WorkRange[] =>
  AT_ONCE_RANKS.toReversed().map((rank) => range('now', { rank, ...of }));
const windowed = (of: Partial<WorkRange>): WorkRange => range('window', { rank: WINDOW_RANK, ...of });

/** What can not be done yet may press by its nature, as nothing else does that waits. */
const shut = (of: Partial<WorkRange>): readonly WorkRange[] =>
  URGENCY_RANKS.map((rank) => range('shut', { rank, ...of }));

/** Nothing is late before it is due: so far the index is read. */
const LATE = { until: NOW, late: true } as const;
const UNTIL_TODAY = { from: `${NOW} - ${SLACK}${AFTER}`, until: END_OF_TODAY, late: false } as const;
const THIS_WEEK = { from: `${END_OF_TODAY}${AFTER}`, until: END_OF_WEEK } as const;
const DUE_LATER = { from: `${END_OF_WEEK}${AFTER}` } as const;
const YET_TO_COME = { from: `${NOW}${AFTER}` } as const;

/** In the order in which the page shows them. */
const DATED_PHASES: readonly WorkPhase[] = [
  {
    ...{ name: 'now', group: 'now', kind: 'step' },
    ranges: [...pressing(), windowed({ from: NOW }), windowed({ until: WHENEVER })],
    late: pressing(LATE),
  },
  {
    ...{ name: 'late-law', group: 'today', kind: 'step' },
    // A window of care that is over presses as what law and medicine ask does.
    ranges: [
      range('law', LATE),
      windowed({ ...LATE, from: FIRST_DATE, until: `${NOW}${BEFORE}` }),
      ...shut(LATE),
    ],
    late: 'all',
  },
  {
    ...{ name: 'today', group: 'today', kind: 'step' },
    ranges: [
      range('law', UNTIL_TODAY),
      range('tool', UNTIL_TODAY),
      windowed({ ...UNTIL_TODAY, until: `${NOW}${BEFORE}` }),
      ...[0, WINDOW_RANK].map((rank) => range('slack', { rank, until: `${NOW} - ${SLACK}`, late: false })),
    ],
  },
  { ...{ name: 'late', group: 'late', kind: 'step' }, ranges: [range('tool', LATE)], late: 'all' },
  {
    ...{ name: 'soon', group: 'soon', kind: 'step' },
    ranges: [range('law', THIS_WEEK), range('tool', THIS_WEEK), range('protects')],
  },
];

/** What this account may approve. Its scope is always the teams. */
export const APPROVALS_PHASE: WorkPhase = {
  ...{ name: 'approvals', group: 'waiting-for-me', kind: 'approval' },
  ranges: [range('approve', { own: false })],
  late: [range('approve', { own: false, ...LATE })],
};

const WAITING_PHASES: readonly WorkPhase[] = [
  { ...{ name: 'to-confirm', group: 'waiting-for-me', kind: 'step' }, ranges: [range('confirm')] },
  {
    ...{ name: 'outside', group: 'waiting-for-others', kind: 'outside' },
    ranges: [range('outside')],
    late: [range('outside', LATE)],
  },
  {
    ...{ name: 'my-acts', group: 'waiting-for-others', kind: 'approval' },
    ranges: [range('approve', { own: true })],
  },
];

/** A case of which nothing stands above: what its worker goes on with, since no case is without a line. */
const LATER_PHASE: WorkPhase = {
  ...{ name: 'later', group: 'later', kind: 'step' },
  ranges: [
    range('idle'),
    range('quiet', { quietAfter: END_OF_WEEK }),
    ...URGENCY_RANKS.map((rank) => range('dated', { rank, ...DUE_LATER })),
  ],
};

/** In their order on the page. */
export const PHASES: readonly WorkPhase[] = [
  ...DATED_PHASES,
  APPROVALS_PHASE,
  ...WAITING_PHASES,
  LATER_PHASE,
];

/** Of ours, what comes next: for when nothing is late. */
export const NEXT_RANGES: readonly WorkRange[] = [
  ...pressing(YET_TO_COME),
  windowed(YET_TO_COME),
  ...shut(YET_TO_COME),
  ...(['law', 'tool', 'ahead'] as const).map((lane) => range(lane, YET_TO_COME)),
];
