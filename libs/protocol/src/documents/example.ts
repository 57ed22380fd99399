import type { Text } from '@repere/feel';
import type { Participant } from './participant';

/**
 * A worked example: one fictional child's history with what must be true along the way. `examples/*.yaml` hold one each;
 * `runExample` executes it against the compiled protocols and says in words where history and expectation part.
 *
 *     title: {fr: …, en: …}                        # how it is listed; without one, by its story
 *     story: {fr: …, en: …}                        # `en` may be missing while writing
 *     versions: {identification: 1.0.0, facts: 1}   # protocols of the story and their versions; `facts` is ignored here
 *     start: [identification]                       # which of them are engaged at the beginning; default: all of `versions`
 *     territory: "67"                               # INSEE code; the caller hands in its zone and holidays
 *     given: {…}                                    # what is known before the first line, see below
 *     do: [ … ]                                     # lines in order; `expect` lines between them
 *     expect: {at: …, …}                            # how it ends
 *
 * **Times** (`at`, `occurred`, `opened_at`…) are local to the territory, `2025-03-04T09:00`, or with an offset,
 * `2025-03-04T09:00+01:00`. `at` is the server's clock when the line is entered. `occurred` (when it really happened; default:
 * `at`) is a time as above, or a date known to the day, month or year, `2025-05-10`, `2025-05`, `2025`, plain or as
 * `{date: 2025-05-10, estimated: true}`. Between lines time runs on, so that whatever time alone brings about happens.
 * The runs of `start` are opened at the `at` of the first line (of `do`, else of `expect`), after `given` was recorded.
 *
 * **Given**: `fact: value` for shared facts, `protocol: {fact: value}` for a run's own, and for lists
 * `list: {closed: yes, rows: [{id: x1, field: value}, …]}` (`protocol.list` works as a key too; ids default to r1, r2…).
 * They stand as if recorded outside any step, before the first line, unranked and approved: a start, not a history.
 *
 * **Values** are as in the journal: a code, a number, a text, `yes | no`, an EDTF date (`2007`, `2007-05`, `2007-05-12`, `2007~`),
 * a list of codes; any of them may be `unknown`, `not-asked` or `refused`, plain or as `{answer: refused, note: "…"}`.
 * A checklist: `{debt: yes, phone: not-asked}`; with `all: no` every item not named is *no*. (Plain `unknown` is read as a
 * non-answer unless the fact has that very code or is a text.)
 *
 * **Steps** are named `step`, or `protocol.step` where two protocols of the story have the same id, or `protocol#2.step` for
 * the protocol's second run. Plain names mean the newest run of that protocol.
 *
 * **People** are roles: `TS`, `SUP`; another person of the same role has a suffix: `TS-duty`, `SUP-2`. Each label is one
 * account. `by` (whose act it was) is one label or a list; an interpreter or outsider may be `{role: INT, name: …, language: …, tie: none}`.
 * `entered` (whose account) defaults to `by` when that role may enter the step, else to the first role of the step's `enteredBy`,
 * else to `TS`. Labels with the roles TS or REF are in charge of the case, unless `in_charge: [TS]` names them.
 *
 * **Lines** of `do` have `at`, and one verb:
 *   - `step: …` completes it, with `set: {field: value}`, and as needed `row: {id: x1, field: value}` (a new row), `about: x1` (an
 *     earlier row; its fields may stand in `set`), `closes: true` ("no other"), `reasons: [code]`, `best_interests`, `child_view`
 *     (`"words"` or `{why_not: …}`), `evidence: [code]` or `{code: reference}`, `note`, `confirms: true` (the earlier entry is still
 *     right), `same_as: protocol.step` (that act, done in another run, counts here), `out_of_order: "why"`. `again: true` is only a word to the reader.
 *   - `approve: step` · `return: step` with `reason` · `waive: step` with `reason: code` (and `note`)
 *   - `amend: step` with `why` and what was wrong (`entered_in_error: true`: a slip, `why` says what was true): `set`, `row`, `closes`, `reasons`, `best_interests`, `child_view`, `evidence`,
 *     `occurred_instead`. Corrects the latest entry of that step; `nth: 1` the first
 *   - `record: {fact: value}` tells facts outside a step · `open: protocol` · `note: "…"` alone
 *   - `expect: {…}` checks
 *
 * A line that must be refused says so: `refused: true`, or what the refusal must mention: `refused: [own-approval]`. A line
 * that `explore` found says `refused: perhaps`: it is told while the protocol takes it, and left out once that is mended.
 *
 * **Expectations**; what is left out is not checked:
 *   - `at`: the moment of the question; default: that of the line before
 *   - `steps: {step: state}`, a state of the engine; `waiting(papers)`, `blocked(signs)` also name what is missing; a list: one of them
 *   - `facts: {fact: value}` in effect; `none yet` = nothing is; `exams.x1.result` for a row
 *   - `outcome: ID` of the story's first protocol (of those that have this outcome), or `outcome: {protocol: ID}`
 *   - `derived: {name: value}`, `exams.x1.low` in a row; `unknown` for undecided; `{between: [a, b]}` for an interval.
 *     Any other key of an expectation is read as a derived name too.
 *   - `due: {step: time}`, or `{at, late_from, owner, origin, says, met}`; `approval of step: …`; `null`: date to be entered.
 *     `says` is `sans délai`, `à relancer` (an outside one that has passed) or `en retard` (one of ours)
 *   - `late: [step]`: exactly these deadlines, ours and unmet, are past their `late_from` · `outside_late: [step]` likewise
 *   - `suspended: [step]`: each of these waits for the child's return; `[]`: none does; `protocol.step` where two have the name
 *   - `deviations: [{kind, step, days | hours}]`: each is there; `[]`: none at all
 *   - `opened: [protocol | {protocol, by, opened_at}]`: a run was opened (not those of `start`); `opens_at` means the same;
 *     `not_opened: [protocol]`
 *   - `refused: [{step, set, …, because}]`: this line would be refused now, and the refusal mentions `because`;
 *     `accepted: [{step, set, …}]`: it would not; `flagged: [{step, set, …, because}]`: it is recorded, but as a deviation
 *   - `explain: {step, because: [names], opens_with: [steps], says: "part of the French or English words"}`
 *   - `kept: [safeguard]`: these are not broken now · `not_outcome: ID`: no run has this outcome · `may_be_done: [step]`: for the first time, or again
 *   - `says: {exams.x1: "part of the French or English words"}`: what that row says with its own figures
 *   - `known_as_of: {time: {step: state | overdue}}`: what was known then, by what had been recorded
 */
export interface Example {
  readonly title?: Partial<Text> & { readonly fr: string };
  readonly story: Partial<Text> & { readonly fr: string };
  readonly versions: Readonly<Record<string, string | number>>;
  readonly start?: readonly string[];
  readonly territory: string | number;
  readonly in_charge?: readonly string[];
  readonly given?: Readonly<Record<string, ExampleValue>>;
  readonly do?: readonly ExampleLine[];
  readonly expect?: ExampleExpectation;
}

/** Anything that YAML can hold as a value. */
export type ExampleValue =
  null | boolean | string | number | readonly ExampleValue[] | { readonly [key: string]: ExampleValue };

export type ExampleSet = Readonly<Record<string, ExampleValue>>;

export type ExamplePerson =
  string | ({ readonly role: string } & Pick<Participant, 'name' | 'language' | 'tie'>);

export type ExampleTime =
  | string
  | number
  | { readonly date: string | number; readonly precision?: string; readonly estimated?: boolean };

/** What a step is completed with. */
export interface ExampleCompletion {
  readonly by?: ExamplePerson | readonly ExamplePerson[];
  readonly entered?: string;
  readonly occurred?: ExampleTime;
  readonly set?: ExampleSet;
  readonly row?: ExampleSet;
  readonly about?: string;
  readonly closes?: boolean | string;
  readonly reasons?: readonly string[];
  readonly best_interests?: string;
  readonly child_view?: string | { readonly said?: string; readonly why_not?: string };
  readonly evidence?: readonly string[] | Readonly<Record<string, string>>;
  readonly note?: string;
  readonly confirms?: boolean | string;
  readonly same_as?: string;
  readonly out_of_order?: string;
  readonly again?: boolean;
}

export interface ExampleLine extends ExampleCompletion {
  readonly at?: string;
  readonly step?: string;
  readonly approve?: string;
  readonly return?: string;
  readonly waive?: string;
  readonly amend?: string;
  readonly record?: ExampleSet;
  readonly open?: string;
  readonly nth?: number;
  readonly reason?: string;
  readonly why?: string;
  readonly entered_in_error?: boolean;
  readonly occurred_instead?: ExampleTime;
  readonly refused?: boolean | string | readonly string[];
  readonly expect?: ExampleExpectation;
}

export type ExampleDue =
  | null
  | string
  | {
      readonly at?: string | null;
      readonly late_from?: string;
      readonly owner?: string;
      readonly origin?: string;
      readonly says?: string;
      readonly met?: boolean | string;
    };

export interface ExampleAttempt extends ExampleLine {
  readonly because?: string | readonly string[];
}

export interface ExampleExpectation {
  readonly at?: string;
  readonly steps?: Readonly<Record<string, string | readonly string[]>>;
  readonly facts?: ExampleSet;
  readonly outcome?: string | Readonly<Record<string, string>>;
  readonly derived?: ExampleSet;
  readonly due?: Readonly<Record<string, ExampleDue>>;
  readonly late?: readonly string[];
  readonly outside_late?: readonly string[];
  readonly suspended?: readonly string[];
  readonly deviations?: readonly {
    readonly kind: string;
    readonly step?: string;
    readonly days?: number;
    readonly hours?: number;
  }[];
  readonly opened?: readonly (
    | string
    | {
        readonly protocol: string;
        readonly by?: string;
        readonly opened_at?: string;
        readonly opens_at?: string;
      }
  )[];
  readonly not_opened?: readonly string[];
  readonly refused?: readonly ExampleAttempt[];
  readonly accepted?: readonly ExampleAttempt[];
  readonly flagged?: readonly ExampleAttempt[];
  readonly explain?: ExampleExplanation | readonly ExampleExplanation[];
  readonly known_as_of?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly kept?: readonly string[];
  readonly not_outcome?: string | readonly string[];
  readonly may_be_done?: readonly string[];
  readonly says?: Readonly<Record<string, string>>;
}

export interface ExampleExplanation {
  readonly step: string;
  readonly because?: readonly string[];
  readonly opens_with?: readonly string[];
  readonly says?: string;
}

/** Protocols that a story names with their versions, in its order; that of the shared facts is no protocol's. */
export const namedVersions = ({
  versions,
}: Pick<Example, 'versions'>): readonly (readonly [protocol: string, version: string])[] =>
  Object.entries(versions)
    .filter(([name]) => name !== 'facts')
    .map(([name, version]) => [name, String(version)] as const);
