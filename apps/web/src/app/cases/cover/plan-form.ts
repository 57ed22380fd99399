import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Cover, Problem, TeamMate } from '@repere/cases';
import { Language, SpaceTime } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { DateField, NO_DATE, readTypedDate } from '@repere/ui/date';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { CoverClient } from './cover-client';
import { instantIn } from './instant-in';

/** Plans a substitution or a turn of duty: who, for whom, from when to when. */
@Component({
  selector: 'app-plan-form',
  imports: [ActProblem, DateField, MatButton, SelectField, TextField],
  templateUrl: './plan-form.html',
  styleUrl: '../case-file/fold-form.scss',
})
export class PlanForm {
  private readonly client = inject(CoverClient);
  private readonly time = inject(SpaceTime);
  private readonly keys = new SendingKey();
  protected readonly t = inject(Language).t;

  readonly kind = input.required<'substitution' | 'duty'>();
  readonly cover = input.required<Cover>();
  readonly team = input.required<readonly TeamMate[]>();
  readonly planned = output<void>();

  /** The one who is away, or the team that somebody is on duty for. */
  protected readonly forWhom = signal<string | null>(null);
  protected readonly who = signal<string | null>(null);
  protected readonly from = signal(NO_DATE);
  protected readonly until = signal(NO_DATE);
  protected readonly fromHour = signal('08:00');
  protected readonly untilHour = signal('18:00');
  protected readonly isSent = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly people = computed(() => this.team().map(({ id, name }) => ({ code: id, label: name })));
  protected readonly whom = computed(() =>
    this.kind() === 'substitution'
      ? this.people()
      : this.cover()
          .teams.filter(({ mayPlan }) => mayPlan)
          .map(({ id, name }) => ({ code: id, label: name })),
  );
  protected readonly start = computed(() => this.at(this.from(), this.fromHour()));
  protected readonly end = computed(() => this.at(this.until(), this.untilHour()));

  protected missing(isMissing: boolean, key: string): string | null {
    return this.isSent() && isMissing ? this.t(`rights.cover.${key}`) : null;
  }

  protected async plan(event: Event): Promise<void> {
    event.preventDefault();
    this.isSent.set(true);
    const [whom, who, start, end] = [this.forWhom(), this.who(), this.start(), this.end()];
    if (!whom || !who || start === null || end === null) return;
    const times = { from: new Date(start).toISOString(), until: new Date(end).toISOString() };
    const answer = await this.keys.send([this.kind(), whom, who, times], (idempotencyKey) =>
      this.kind() === 'substitution'
        ? this.client.planSubstitution({ absentId: whom, substituteId: who, ...times }, { idempotencyKey })
        : this.client.planDuty({ teamId: whom, accountId: who, ...times }, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.isSent.set(false);
    this.who.set(null);
    this.forWhom.set(null);
    this.planned.emit();
  }

  private at(typed: typeof NO_DATE, hour: string): number | null {
    const read = readTypedDate(typed);
    const isDay = read.ok && /^\d{4}-\d{2}-\d{2}$/.test(read.edtf);
    return isDay ? instantIn(this.time.zone(), read.edtf, hour) : null;
  }
}
