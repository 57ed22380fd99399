import type { DeadlineOwner, ExampleDue, ExampleExpectation } from '@repere/protocol';
import type { CaseView, DeadlineView } from '../journal/engine-types';
import type { Scenario } from './scenario';
import { scenarioTime } from './example-values';

const HOUR = 3_600_000;

/** One deadline against what is expected of it; `approval of step` is the second person's. */
export function checkDue(
  scenario: Scenario,
  view: CaseView,
  name: string,
  expected: ExampleDue,
): readonly string[] {
  const [, approval, stepName = ''] = /^(approval of )?(.+)$/.exec(name) ?? [];
  const found = scenario.findStep(stepName);
  if (typeof found === 'string') return [found];
  const step = view.runs
    .find((it) => it.runId === found.run.runId)
    ?.steps.find((it) => it.id === found.step.id);
  const deadline = approval ? step?.approvalDeadline : step?.deadline;
  if (!deadline) return [`${name} should have a deadline`];
  const wanted = expected === null || typeof expected === 'string' ? { at: expected } : expected;
  const problems: string[] = [];
  const compare = (what: string, told: string | null | undefined, at: number | null): void => {
    if (told === undefined) return;
    const problem = compareTime(scenario, told, at);
    if (problem) problems.push(`${what} of ${name} ${problem}`);
  };
  compare('deadline', wanted.at, deadline.dueAt);
  compare('lateness', wanted.late_from, deadline.lateFrom);
  if (typeof wanted.met === 'string') compare('meeting', wanted.met, deadline.metAt);
  else if (wanted.met !== undefined && wanted.met !== (deadline.metAt !== null)) {
    problems.push(`${name} should be ${wanted.met ? 'met' : 'unmet'}`);
  }
  for (const key of ['owner', 'origin'] as const) {
    if (wanted[key] !== undefined && wanted[key] !== deadline[key]) {
      problems.push(`${key} of ${name} should be ${wanted[key]}, is ${deadline[key]}`);
    }
  }
  const says = saysOf(deadline, view.now);
  if (wanted.says !== undefined && !says.includes(wanted.says)) {
    problems.push(`${name} should say ${wanted.says}, says ${says.join(', ') || 'nothing'}`);
  }
  return problems;
}

function saysOf(deadline: DeadlineView, now: number): string[] {
  const { atOnce, owner, dueAt, lateFrom, metAt } = deadline;
  const isPast = dueAt !== null && metAt === null && now >= dueAt;
  const isLate = lateFrom !== null && metAt === null && now > lateFrom;
  return [
    ...(atOnce ? ['sans délai'] : []),
    ...(isPast && owner === 'outside' ? ['à relancer'] : []),
    ...(isLate && owner === 'ours' ? ['en retard'] : []),
  ];
}

function compareTime(scenario: Scenario, told: string | null, at: number | null): string | undefined {
  if (told === null) return at === null ? undefined : `should wait for a date, is ${iso(at)}`;
  const wanted = scenarioTime(told, scenario.territory.zone);
  if (typeof wanted === 'string') return wanted;
  return wanted.from === at
    ? undefined
    : `should be ${iso(wanted.from)}, is ${at === null ? 'without date' : iso(at)}`;
}

const iso = (at: number): string => new Date(at).toISOString();

/** Exactly these deadlines are late and unmet. */
export function checkLate(
  view: CaseView,
  owner: DeadlineOwner,
  expected: readonly string[] | undefined,
): readonly string[] {
  if (expected === undefined) return [];
  const isLate = (it: DeadlineView): boolean =>
    it.owner === owner && it.metAt === null && it.lateFrom !== null && view.now > it.lateFrom;
  const late = new Set(
    view.deadlines.filter(isLate).map((it) => (it.of === 'approval' ? `approval of ${it.step}` : it.step)),
  );
  const wanted = new Set(expected.map((it) => it.replace(/^(approval of )?[^. ]+\./, '$1')));
  return [
    ...[...wanted].filter((it) => !late.has(it)).map((it) => `${it} should be late`),
    ...[...late].filter((it) => !wanted.has(it)).map((it) => `${it} should not be late`),
  ];
}

/** Each of these steps waits for the return of the child; an empty list means that none does. */
export function checkSuspended(view: CaseView, expected: readonly string[] | undefined): readonly string[] {
  if (expected === undefined) return [];
  const all = view.runs.flatMap(({ protocol, steps }) =>
    steps.flatMap(({ id, suspendedBy }) => (suspendedBy ? [{ id, full: `${protocol}.${id}` }] : [])),
  );
  const isMeant = (name: string, { id, full }: (typeof all)[number]): boolean => name === id || name === full;
  return [
    ...expected
      .filter((name) => !all.some((it) => isMeant(name, it)))
      .map((name) => `${name} should be suspended`),
    ...(expected.length === 0 ? all.map(({ full }) => `${full} should not be suspended`) : []),
  ];
}

/** Each deviation expected is there; an empty list means none. */
export function checkDeviations(
  view: CaseView,
  expected: ExampleExpectation['deviations'],
): readonly string[] {
  if (expected === undefined) return [];
  if (expected.length === 0)
    return view.deviations.map((it) => `unexpected deviation ${it.kind} of ${it.step}`);
  return expected.flatMap((wanted) => {
    const hours = wanted.hours ?? (wanted.days === undefined ? undefined : wanted.days * 24);
    const slack = wanted.hours === undefined ? 24 : 1;
    const isThere = view.deviations.some(
      (it) =>
        it.kind === wanted.kind &&
        (wanted.step === undefined || wanted.step.split('.').at(-1) === it.step) &&
        (hours === undefined || (it.by !== undefined && Math.abs(it.by / HOUR - hours) < slack)),
    );
    if (isThere) return [];
    const found = view.deviations
      .map((it) => `${it.kind} ${it.step} ${Math.round((it.by ?? 0) / HOUR)} h`)
      .join(', ');
    return [`deviation ${JSON.stringify(wanted)} is missing; there are: ${found || 'none'}`];
  });
}

/** Runs that were opened by a condition since the story began. */
export function checkOpened(scenario: Scenario, expected: ExampleExpectation): readonly string[] {
  const opened = scenario.journal.filter((it) => it.kind === 'run-opened').slice(scenario.started.length);
  const missing = (expected.opened ?? []).flatMap((it) => {
    const wanted = typeof it === 'string' ? { protocol: it } : it;
    const runs = opened.filter(
      (run) =>
        run.protocol === wanted.protocol && (wanted.by === undefined || run.because?.opens === wanted.by),
    );
    if (runs.length === 0) return [`${wanted.protocol} should have been opened`];
    const at = wanted.opened_at ?? wanted.opens_at;
    if (at === undefined) return [];
    const problems = runs.map((run) => compareTime(scenario, at, run.occurredAt.from));
    return problems.includes(undefined) ? [] : [`opening of ${wanted.protocol} ${problems[0] ?? ''}`];
  });
  const extra = (expected.not_opened ?? []).filter((it) => opened.some((run) => run.protocol === it));
  return [...missing, ...extra.map((it) => `${it} should not have been opened`)];
}
