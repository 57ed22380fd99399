import type { SchemaPathTree } from '@angular/forms/signals';
import type { MissionPlan, MissionScope } from '@repere/contract';
import type { SamplingMethod } from '@repere/audit';
import { NO_DATE, typeDate, type TypedDate } from '@repere/ui/date';
import { missionPlanLengths } from '@repere/contract/lengths';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { wholeDay } from '../../platform/form/whole-day';

/** A plan as it is typed. */
export interface TypedPlan {
  readonly title: string;
  readonly question: string;
  readonly auditorIds: readonly string[];
  readonly teamIds: readonly string[];
  readonly from: TypedDate;
  readonly to: TypedDate;
  readonly protocols: readonly string[];
  readonly method: SamplingMethod | null;
  readonly size: string;
  /** One question a line. */
  readonly checklist: string;
}

export const NO_PLAN: TypedPlan = {
  title: '',
  question: '',
  auditorIds: [],
  teamIds: [],
  from: NO_DATE,
  to: NO_DATE,
  protocols: [],
  method: 'random',
  size: '',
  checklist: '',
};

export const typePlan = (plan: MissionPlan): TypedPlan => ({
  title: plan.title,
  question: plan.question,
  auditorIds: plan.auditorIds,
  teamIds: plan.teamIds,
  from: typeDate(plan.from),
  to: typeDate(plan.to),
  protocols: plan.protocols,
  method: plan.method,
  size: plan.size === undefined ? '' : String(plan.size),
  checklist: plan.checklist.join('\n'),
});

export function checkPlan(it: SchemaPathTree<TypedPlan>): void {
  requireValue(it.title, 'audit.plan.missing.title');
  limitLength(it.title, missionPlanLengths.title);
  requireValue(it.question, 'audit.plan.missing.question');
  limitLength(it.question, missionPlanLengths.question);
  requireValue(it.auditorIds, 'audit.plan.missing.auditors');
  requireValue(it.teamIds, 'audit.plan.missing.teams');
  checkField(it.from, 'audit.plan.missing.from', (from) => wholeDay(from) === null);
  checkField(it.to, 'audit.plan.missing.to', (typed, valueOf) => {
    const [from, to] = [wholeDay(valueOf(it.from)), wholeDay(typed)];
    return to === null || (from !== null && to < from);
  });
  checkField(
    it.size,
    'audit.plan.missing.size',
    (size, valueOf) => valueOf(it.method) !== 'all' && !isSize(Number(size)),
  );
  checkField(it.checklist, 'audit.plan.missing.checklist', (typed) => {
    const { length } = questionsIn(typed);
    return length === 0 || length > 30;
  });
}

/** `null` until teams and both days can be read. */
export function scopeOf({ teamIds, protocols, ...typed }: TypedPlan): MissionScope | null {
  const [from, to] = [wholeDay(typed.from), wholeDay(typed.to)];
  if (teamIds.length === 0 || from === null || to === null || from > to) return null;
  return { teamIds, from, to, protocols };
}

/** The plan, of what the rules have let through; `null` while it has no scope or method. */
export function readPlan(typed: TypedPlan): MissionPlan | null {
  const scope = scopeOf(typed);
  const { method } = typed;
  if (!scope || method === null) return null;
  return {
    ...scope,
    title: typed.title.trim(),
    question: typed.question.trim(),
    auditorIds: typed.auditorIds,
    method,
    ...(method !== 'all' && { size: Number(typed.size) }),
    checklist: questionsIn(typed.checklist),
  };
}

const isSize = (size: number): boolean => Number.isInteger(size) && size >= 1 && size <= 500;

const questionsIn = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
