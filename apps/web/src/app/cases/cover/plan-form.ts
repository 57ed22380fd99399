import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Cover, TeamMate } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { DateField, NO_DATE } from '@repere/ui/date';
import { TextField } from '@repere/ui/field';
import { wholeDay } from '../../platform/form/whole-day';
import { SendingForm } from '../../platform/form/sending-form';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { CoverClient } from './cover-client';
import { instantIn } from './instant-in';

/** Plans a substitution or a turn of duty: who, for whom, from when to when. */
@Component({
  selector: 'app-plan-form',
  imports: [ActProblem, DateField, FormField, MatButton, SelectField, TextField],
  templateUrl: './plan-form.html',
  styleUrl: '../case-file/fold-form.scss',
})
export class PlanForm {
  private readonly client = inject(CoverClient);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  readonly kind = input.required<'substitution' | 'duty'>();
  readonly cover = input.required<Cover>();
  readonly team = input.required<readonly TeamMate[]>();
  readonly planned = output<void>();

  protected readonly form = new SendingForm(
    {
      /** The one who is away, or the team that somebody is on duty for. */
      forWhom: null as string | null,
      who: null as string | null,
      from: NO_DATE,
      fromHour: '08:00',
      until: NO_DATE,
      untilHour: '18:00',
    },
    (it) => {
      requireValue(it.forWhom, 'rights.cover.missing');
      requireValue(it.who, 'rights.cover.missing');
      checkField(it.from, 'rights.cover.day-wrong', () => this.start() === null);
      checkField(it.fromHour, 'rights.cover.hour-wrong', () => this.start() === null);
      limitLength(it.fromHour, 5);
      checkField(it.until, 'rights.cover.day-wrong', () => this.end() === null);
      checkField(it.untilHour, 'rights.cover.hour-wrong', () => this.end() === null);
      limitLength(it.untilHour, 5);
    },
  );

  protected readonly people = computed(() => this.team().map(({ id, name }) => ({ code: id, label: name })));
  protected readonly whom = computed(() =>
    this.kind() === 'substitution'
      ? this.people()
      : this.cover()
          .teams.filter(({ mayPlan }) => mayPlan)
          .map(({ id, name }) => ({ code: id, label: name })),
  );
  private readonly start = computed(() => this.at(this.form.typed().from, this.form.typed().fromHour));
  private readonly end = computed(() => this.at(this.form.typed().until, this.form.typed().untilHour));

  protected async planCover(event: Event): Promise<void> {
    const { forWhom, who } = this.form.typed();
    const [whom, by] = [forWhom ?? '', who ?? ''];
    const done = await this.form.sendTyped(
      event,
      (sending) =>
        this.kind() === 'substitution'
          ? this.client.planSubstitution({ absentId: whom, substituteId: by, ...this.times() }, sending)
          : this.client.planDuty({ teamId: whom, accountId: by, ...this.times() }, sending),
      { about: this.kind() },
    );
    if (!done) return;
    this.form.type({ forWhom: null, who: null });
    this.planned.emit();
  }

  private times(): { readonly from: string; readonly until: string } {
    return {
      from: new Date(this.start() ?? NaN).toISOString(),
      until: new Date(this.end() ?? NaN).toISOString(),
    };
  }

  private at(typed: typeof NO_DATE, hour: string): number | null {
    const day = wholeDay(typed);
    return day === null ? null : instantIn(this.time.zone(), day, hour);
  }
}
