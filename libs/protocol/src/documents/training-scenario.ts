import type { Text } from '@repere/feel';
import type { Example, ExampleExpectation, ExampleLine } from './example';

/**
 * A scenario: one fictional child's story, to be demonstrated, practised and debriefed. `scenarios/*.yaml` hold one each; their
 * lines, values, people, times and expectations are those of worked examples (`example.ts`), so that there is one language.
 *
 *     scenario: a-key-in-the-rain                  # its id, and the name of its file
 *     title: {fr: …, en: …}                        # what happens, in a line
 *     summary: {fr: …, en: …}
 *     protocol: lost-key                           # the one that is practised; conditions without `in` are read in it
 *     minutes: 40
 *     versions, start, territory, in_charge, given # as in a worked example
 *     begins, ends: 2025-01-12T09:00               # when the learner comes in; the moment at which the score is counted
 *     before: [ lines ]                            # what stands in the journal by then
 *     beats, injects, expectations, questions, branches, debrief
 *     model: [ lines ]                             # how it is done well: 100 %
 *     english: { « J’ai froid. »: “I am cold.” }   # what the model run says, as it is read in English
 *     planted: [ … ]                               # runs with faults, each with exactly the points that it loses
 */
export interface TrainingScenario extends Pick<
  Example,
  'versions' | 'start' | 'territory' | 'in_charge' | 'given'
> {
  readonly scenario: string;
  readonly title: Text;
  readonly summary: Text;
  readonly protocol: string;
  readonly minutes: number;
  readonly basis: readonly string[];
  readonly objectives: readonly Text[];
  readonly cast: readonly { readonly name: string; readonly who: Text }[];
  readonly begins: string;
  readonly ends: string;
  readonly before?: readonly ExampleLine[];
  readonly beats: readonly ScenarioBeat[];
  readonly injects?: readonly ScenarioInject[];
  readonly expectations: readonly ScenarioExpectation[];
  readonly questions?: readonly ScenarioQuestion[];
  readonly branches?: readonly ScenarioBranch[];
  readonly debrief: readonly DebriefNote[];
  readonly model: readonly ExampleLine[];
  /** A text of the model run → as it is read in English; without it, in its own words. */
  readonly english?: Readonly<Record<string, string>>;
  readonly planted: readonly PlantedRun[];
}

/** A condition in FEEL, read in the scenario's protocol, or `in` another; while that is not engaged it is unknown. */
export type ScenarioCondition = string | { readonly in: string; readonly is: string };

/**
 * When something comes about. Nothing said: at the beginning. `at` a moment; `after` a period, counted from the beginning, from
 * what it `follows`, or from when its condition held; `when` that is exactly true; not if `unless` is exactly true by then.
 */
export interface ScenarioTrigger {
  readonly at?: string;
  readonly after?: string;
  readonly follows?: string;
  readonly when?: ScenarioCondition;
  readonly unless?: ScenarioCondition;
}

/** What is told: words, a document, a call, what the child says; `notes` are for who leads. */
export interface ScenarioBeat extends ScenarioTrigger {
  readonly id: string;
  readonly title: Text;
  readonly told: Text;
  readonly words?: Text;
  readonly documents?: readonly { readonly title: Text; readonly says: Text }[];
  readonly notes?: Text;
}

/** A beat that the world brings in: `do` is what others did, recorded by the engine. */
export interface ScenarioInject extends ScenarioBeat {
  readonly do?: readonly ExampleLine[];
}

/**
 * What a learner is expected to bring about: one of `expect` (true once, before `by` or `within` that period of the beginning), `always`
 * (true at every moment), `order` (the first step before the second), `ticked` (the trainer saw it, before `by`).
 */
export interface ScenarioExpectation {
  readonly id: string;
  readonly title: Text;
  readonly points?: number;
  readonly basis?: readonly string[];
  readonly by?: string;
  readonly within?: string;
  readonly expect?: ExampleExpectation;
  readonly always?: ExampleExpectation;
  readonly order?: readonly string[];
  readonly ticked?: boolean;
}

/** Asked once what it is `about`, a beat or an inject, was told; default: at the beginning. */
export interface ScenarioQuestion {
  readonly id: string;
  readonly about?: string;
  readonly ask: Text;
  readonly choices: readonly {
    readonly id: string;
    readonly says: Text;
    readonly right?: boolean;
    readonly because: Text;
  }[];
  readonly points?: number;
  readonly basis?: readonly string[];
}

/** Another way that a class may want to see: from this moment on, these lines instead. */
export interface ScenarioBranch {
  readonly id: string;
  readonly title: Text;
  readonly from: string;
  readonly do: readonly ExampleLine[];
  readonly shows: Text;
}

/** Said after the run; `about`: beside the lost point of this key. */
export interface DebriefNote {
  readonly about?: string;
  readonly says: Text;
  readonly basis?: readonly string[];
}

/**
 * The model run with faults: `without` lines (`step`, `approve step`), `later` than in the model (line → time), `with` other lines,
 * other `answers`, expectations that are not ticked. `loses`: keys of exactly the points that this costs.
 */
export interface PlantedRun {
  readonly id: string;
  readonly title: Text;
  readonly without?: readonly string[];
  readonly later?: Readonly<Record<string, string>>;
  readonly with?: readonly ExampleLine[];
  readonly answers?: Readonly<Record<string, string>>;
  readonly unticked?: readonly string[];
  readonly loses: readonly string[];
}
