import { signal } from '@angular/core';
import type { MissionPlan, MissionScope, SamplingMethod } from '@repere/audit';
import { NO_DATE, readTypedDate, typeDate, type TypedDate } from '@repere/ui/date';
import type { FieldProblem } from '@repere/ui/errors';

/** A plan as it is typed. */
export class TypedPlan {
  readonly title = signal('');
  readonly question = signal('');
  readonly teamIds = signal<readonly string[]>([]);
  readonly auditorIds = signal<readonly string[]>([]);
  readonly from = signal<TypedDate>(NO_DATE);
  readonly to = signal<TypedDate>(NO_DATE);
  readonly protocols = signal<readonly string[]>([]);
  readonly method = signal<string | null>('random');
  readonly size = signal('');
  /** One question a line. */
  readonly checklist = signal('');

  fill(plan: MissionPlan): void {
    this.title.set(plan.title);
    this.question.set(plan.question);
    this.teamIds.set(plan.teamIds);
    this.auditorIds.set(plan.auditorIds);
    this.from.set(typeDate(plan.from));
    this.to.set(typeDate(plan.to));
    this.protocols.set(plan.protocols);
    this.method.set(plan.method);
    this.size.set(plan.size === undefined ? '' : String(plan.size));
    this.checklist.set(plan.checklist.join('\n'));
  }

  /** `null` until teams and both days can be read. */
  scope(): MissionScope | null {
    const [from, to] = [dayOf(this.from()), dayOf(this.to())];
    if (this.teamIds().length === 0 || from === null || to === null || from > to) return null;
    return { teamIds: this.teamIds(), from, to, protocols: this.protocols() };
  }

  /** The plan; `null` while `mistakes` has any. */
  read(): MissionPlan | null {
    const scope = this.scope();
    if (!scope || this.mistakes().length > 0) return null;
    const method = this.method() as SamplingMethod;
    return {
      ...scope,
      title: this.title().trim(),
      question: this.question().trim(),
      auditorIds: this.auditorIds(),
      method,
      ...(method !== 'all' && { size: Number(this.size()) }),
      checklist: this.questions(),
    };
  }

  /** Fields that have to be mended, with the key of the words that say so. */
  mistakes(): readonly (Required<Pick<FieldProblem, 'fieldId'>> & { readonly key: string })[] {
    const [from, to] = [dayOf(this.from()), dayOf(this.to())];
    const size = Number(this.size());
    const missing: readonly (readonly [fieldId: string, isWrong: boolean])[] = [
      ['title', !this.title().trim()],
      ['question', !this.question().trim()],
      ['teams', this.teamIds().length === 0],
      ['from', from === null],
      ['to', to === null || (from !== null && to < from)],
      ['auditors', this.auditorIds().length === 0],
      ['size', this.method() !== 'all' && !(Number.isInteger(size) && size >= 1 && size <= 500)],
      ['checklist', this.questions().length === 0 || this.questions().length > 30],
    ];
    return missing
      .filter(([, isWrong]) => isWrong)
      .map(([fieldId]) => ({ fieldId, key: `audit.plan.missing.${fieldId}` }));
  }

  private questions(): readonly string[] {
    return this.checklist()
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  }
}

/** ISO day of what was typed; `null` unless it is a day. */
export function dayOf(typed: TypedDate): string | null {
  const reading = readTypedDate(typed);
  return reading.ok && /^\d{4}-\d{2}-\d{2}$/.test(reading.edtf) ? reading.edtf : null;
}
