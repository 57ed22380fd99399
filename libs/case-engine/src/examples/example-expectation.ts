import type { Text } from '@repere/feel';
import { foldCase } from '../fold/case-state';
import type { CaseView, DeadlineView, StepView } from '../journal/engine-types';
import { commandOf } from './example-command';
import { shownValue } from './example-compare';
import type { ExampleAttempt, ExampleExpectation } from '@repere/protocol';
import { checkDerived, checkKnown, checkOutcome } from './example-facts';
import { checkDeviations, checkDue, checkLate, checkOpened, checkSuspended } from './example-deadlines';
import type { Scenario } from './scenario';
import { scenarioTime } from './example-values';
import { applyEntry } from '../fold/case-state';
import { mayBeDone } from '../decide/available-steps';
import { explainStep } from '../explain/explain';
import { viewCase } from '../view/view-case';

/** Keys of an expectation; any other names a derived value. */
export const EXPECTATION_KEYS: ReadonlySet<string> = new Set([
  ...['at', 'steps', 'facts', 'outcome', 'derived', 'due', 'late', 'outside_late', 'suspended', 'deviations'],
  ...[
    'opened',
    'not_opened',
    'refused',
    'accepted',
    'flagged',
    'explain',
    'known_as_of',
    'kept',
    'not_outcome',
    'may_be_done',
    'says',
  ],
]);

/** Where the story stands otherwise than expected, in words. The time of the expectation has come already. */
export function checkExpectation(scenario: Scenario, expected: ExampleExpectation): readonly string[] {
  const view = viewCase(scenario.state);
  const others = Object.entries(expected).filter(([key]) => !EXPECTATION_KEYS.has(key));
  return [
    ...Object.entries(expected.steps ?? {}).flatMap(([name, state]) =>
      checkStep(scenario, view, name, state),
    ),
    ...checkKnown(scenario, expected.facts ?? {}),
    ...(expected.outcome === undefined ? [] : checkOutcome(scenario, view, expected.outcome)),
    ...checkDerived(scenario, { ...expected.derived, ...Object.fromEntries(others) }),
    ...Object.entries(expected.due ?? {}).flatMap(([name, due]) => checkDue(scenario, view, name, due)),
    ...checkLate(view, 'ours', expected.late),
    ...checkLate(view, 'outside', expected.outside_late),
    ...checkSuspended(view, expected.suspended),
    ...checkDeviations(view, expected.deviations),
    ...checkOpened(scenario, expected),
    ...(expected.refused ?? []).flatMap((it) => checkRefused(scenario, it)),
    ...(expected.accepted ?? []).flatMap((it) => checkAccepted(scenario, it)),
    ...(expected.flagged ?? []).flatMap((it) => checkFlagged(scenario, it)),
    ...[expected.explain ?? []].flat().flatMap((it) => checkExplained(scenario, it)),
    ...checkKept(view, expected),
    ...(expected.may_be_done ?? []).flatMap((it) => checkMayBeDone(scenario, it)),
    ...Object.entries(expected.says ?? {}).flatMap(([row, said]) => checkSaid(view, row, said)),
    ...Object.entries(expected.known_as_of ?? {}).flatMap(([time, steps]) =>
      checkAsOf(scenario, time, steps),
    ),
  ];
}

/** Safeguards that must hold here, and outcomes that no run may have. */
function checkKept(
  view: CaseView,
  { kept = [], not_outcome: none = [] }: ExampleExpectation,
): readonly string[] {
  const broken = view.runs.flatMap((run) => run.brokenSafeguards?.map(({ id }) => id) ?? []);
  const outcomes = view.runs.map(({ outcome }) => outcome?.id ?? '');
  return [
    ...kept.filter((id) => broken.includes(id)).map((id) => `${id} should be kept, is broken`),
    ...[none]
      .flat()
      .filter((id) => outcomes.includes(id))
      .map((id) => `the outcome should not be ${id}`),
  ];
}

function checkMayBeDone(scenario: Scenario, name: string): readonly string[] {
  const found = scenario.findStep(name);
  if (typeof found === 'string') return [found];
  return mayBeDone(scenario.fold, found.run, found.step.index) ? [] : [`${name} should be possible, is not`];
}

/** What a row, `exams.x1`, says with its figures. */
function checkSaid(view: CaseView, name: string, wanted: string): readonly string[] {
  const [list, row] = name.split('.');
  const said = view.runs.flatMap(({ says = [] }) => says).find((it) => it.list === list && it.row === row);
  if (said && mentions(wanted, said.text.fr, said.text.en)) return [];
  return [`${name} should say ${wanted}, ${said ? `says ${said.text.fr}` : 'says nothing'}`];
}

function checkStep(
  scenario: Scenario,
  view: CaseView,
  name: string,
  wanted: string | readonly string[],
): readonly string[] {
  const found = scenario.findStep(name);
  if (typeof found === 'string') return [found];
  const step = stepIn(view, found.run.runId, found.step.id);
  const state = step?.state ?? 'nothing';
  const explanation = explainStep(scenario.fold, found.run, found.step);
  const because = explanation.because.map((it) => it.name ?? '');
  const isMet = [wanted].flat().some((it) => {
    const [, expected, things] = /^([a-z-]+)(?:\s*\((.*)\))?$/.exec(it) ?? [];
    const named = things?.split(',').map((thing) => thing.trim()) ?? [];
    return expected === state && named.every((thing) => because.includes(thing));
  });
  if (isMet) return [];
  return [
    `${name} should be ${[wanted].flat().join(' or ')}, is ${state}${because.length > 0 ? `(${because.join(', ')})` : ''}`,
  ];
}

/** Whether words or names of an answer mention what the story says. */
export function mentions(wanted: string, ...said: readonly (string | undefined)[]): boolean {
  const word = wanted.toLowerCase();
  return said.some((it) => it?.toLowerCase().includes(word) ?? false);
}

function checkRefused(scenario: Scenario, attempt: ExampleAttempt): readonly string[] {
  const asked = commandOf(scenario, attempt);
  const what = `${attempt.step ?? attempt.approve ?? attempt.amend ?? 'this'} ${shownValue(attempt.set)}`;
  if (typeof asked === 'string') return [asked];
  const decision = scenario.decide(asked.command, asked.actor);
  if (decision.ok) return [`${what} should be refused`];
  return [attempt.because ?? []]
    .flat()
    .filter((because) => !decision.reasons.some((it) => reasonMentions(it, because)))
    .map(
      (because) => `${what} should be refused because of ${because}, not: ${formatReasons(decision.reasons)}`,
    );
}

export function reasonMentions(
  reason: { code: string; field?: string; about?: readonly string[]; text: Text },
  because: string,
): boolean {
  return mentions(
    because,
    reason.code,
    reason.field,
    reason.text.fr,
    reason.text.en,
    ...(reason.about ?? []),
  );
}

export function formatReasons(
  reasons: readonly { code: string; field?: string; text: { en: string } }[],
): string {
  return reasons.map((it) => `${it.code}${it.field ? ` ${it.field}` : ''} (${it.text.en})`).join('; ');
}

function checkAccepted(scenario: Scenario, attempt: ExampleAttempt): readonly string[] {
  const asked = commandOf(scenario, attempt);
  if (typeof asked === 'string') return [asked];
  const decision = scenario.decide(asked.command, asked.actor);
  const what = `${attempt.step ?? 'this'} ${shownValue(attempt.set)}`;
  return decision.ok ? [] : [`${what} should be accepted, but: ${formatReasons(decision.reasons)}`];
}

function checkFlagged(scenario: Scenario, attempt: ExampleAttempt): readonly string[] {
  const asked = commandOf(scenario, attempt);
  if (typeof asked === 'string') return [asked];
  const decision = scenario.decide(asked.command, asked.actor);
  const what = `${attempt.step ?? 'this'} ${shownValue(attempt.set)}`;
  if (!decision.ok)
    return [`${what} should be recorded and flagged, but: ${formatReasons(decision.reasons)}`];
  const [entry] = decision.entries;
  if (!entry) return [`${what} gave no entry`];
  const after = viewCase(applyEntry(scenario.state, entry));
  const raised = after.deviations.filter((it) => it.entryId === entry.id && it.kind !== 'late');
  if (raised.length === 0) return [`${what} should be flagged`];
  return [attempt.because ?? []]
    .flat()
    .filter((because) => !raised.some((it) => mentions(because, it.kind, it.text.fr, it.text.en)))
    .map((because) => `${what} should be flagged because of ${because}`);
}

function checkExplained(
  scenario: Scenario,
  wanted: { step: string; because?: readonly string[]; opens_with?: readonly string[]; says?: string },
): readonly string[] {
  const found = scenario.findStep(wanted.step);
  if (typeof found === 'string') return [found];
  const { summary, because } = explainStep(scenario.fold, found.run, found.step);
  const names = because.map((it) => it.name ?? '');
  const doors = because.flatMap((it) => (it.opensWith ? [it.opensWith.step] : []));
  return [
    ...(wanted.because ?? [])
      .filter((it) => !names.includes(it) && !because.some(({ text }) => mentions(it, text.fr, text.en)))
      .map((it) => `${wanted.step} should be explained by ${it}, not by ${names.join(', ') || 'nothing'}`),
    ...(wanted.opens_with ?? [])
      .filter((it) => !doors.includes(it))
      .map((it) => `${wanted.step} should open with ${it}, opens with ${doors.join(', ') || 'nothing'}`),
    ...(wanted.says !== undefined && !mentions(wanted.says, summary.fr, summary.en)
      ? [`${wanted.step} should say "${wanted.says}", says "${summary.fr}"`]
      : []),
  ];
}

/** What was known then, by what had been recorded. */
function checkAsOf(
  scenario: Scenario,
  time: string,
  steps: Readonly<Record<string, string>>,
): readonly string[] {
  const when = scenarioTime(time, scenario.territory.zone);
  if (typeof when === 'string') return [when];
  const known = scenario.journal.filter((it) => it.recordedAt <= when.from);
  const view = viewCase(foldCase(scenario.set, known, { now: when.from, territory: scenario.territory }));
  return Object.entries(steps).flatMap(([name, wanted]) => {
    const found = scenario.findStep(name);
    if (typeof found === 'string') return [found];
    const step = stepIn(view, found.run.runId, found.step.id);
    const state =
      wanted === 'overdue' && isOverdue(step?.deadline ?? null, when.from) ? 'overdue' : step?.state;
    return state === wanted ? [] : [`${name} as known ${time} should be ${wanted}, is ${shownValue(state)}`];
  });
}

function isOverdue(deadline: DeadlineView | null, now: number): boolean {
  return deadline !== null && deadline.dueAt !== null && deadline.metAt === null && now >= deadline.dueAt;
}

function stepIn(view: CaseView, runId: string, step: string): StepView | undefined {
  return view.runs.find((it) => it.runId === runId)?.steps.find((it) => it.id === step);
}
