import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { CaseColleague, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { NumberField } from '@repere/ui/amount';
import { SelectField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { askSecondOpinionLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { CaseAccessClient } from './case-access-client';
import { ColleaguesClient } from './colleagues-client';

const DAY = 86_400_000;

/** Asks somebody for a second opinion: they read the case without names and places, for some days. */
@Component({
  selector: 'app-ask-opinion-form',
  imports: [ActProblem, FormField, LongText, MatButton, NumberField, SelectField],
  template: `
    <details (toggle)="loadColleagues()">
      <summary>{{ t('rights.access.opinion-form.summary') }}</summary>
      <form novalidate (submit)="askForOpinion($event)">
        <rp-select-field
          fieldId="opinion-who"
          [label]="t('rights.access.opinion-form.who')"
          [hint]="t('rights.access.opinion-form.hint')"
          [options]="options()"
          [problem]="form.problemOf('accountId')"
          [formField]="form.fields.accountId"
        />
        <rp-number-field
          fieldId="opinion-days"
          [label]="t('rights.access.opinion-form.days')"
          [problem]="form.problemOf('days')"
          [formField]="form.fields.days"
        />
        <rp-long-text
          fieldId="opinion-question"
          [label]="t('rights.access.opinion-form.question')"
          [rows]="3"
          [problem]="form.problemOf('question')"
          [formField]="form.fields.question"
        />
        <app-act-problem [problem]="problem()" />
        <button matButton="outlined" type="submit">{{ t('rights.access.opinion-form.act') }}</button>
      </form>
    </details>
  `,
  styleUrl: '../case-file/fold-form.scss',
})
export class AskOpinionForm {
  private readonly client = inject(CaseAccessClient);
  private readonly people = inject(ColleaguesClient);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly asked = output<void>();

  private readonly colleagues = signal<readonly CaseColleague[] | null>(null);
  private readonly unread = signal<Problem | null>(null);
  protected readonly form = new SendingForm(
    { accountId: null as string | null, days: '14', question: '' },
    (it) => {
      requireValue(it.accountId, 'rights.access.opinion-form.who-missing');
      checkField(it.days, 'rights.access.opinion-form.days-wrong', (days) => spanOf(days) === null);
      requireValue(it.question, 'rights.access.opinion-form.question-missing');
      limitLength(it.question, askSecondOpinionLengths.question);
    },
    { serverNames: { days: 'until' } },
  );
  protected readonly problem = computed(() => this.form.refusal() ?? this.unread());
  protected readonly options = computed(() =>
    (this.colleagues() ?? [])
      .filter(({ mayAdvise }) => mayAdvise)
      .map(({ id, name, teams }) => ({
        code: id,
        label: teams.length ? `${name} – ${teams.join(', ')}` : name,
      })),
  );

  protected async loadColleagues(): Promise<void> {
    if (this.colleagues()) return;
    const answer = await this.people.listColleagues(this.caseFileId());
    if (answer.ok) this.colleagues.set(answer.value.items);
    else this.unread.set(answer.problem);
  }

  protected async askForOpinion(event: Event): Promise<void> {
    const { accountId, days, question } = this.form.typed();
    // A minute less: the clocks of two machines differ.
    const until = new Date(this.time.now() + (spanOf(days) ?? 0) * DAY - 60_000).toISOString();
    const opinion = { accountId: accountId ?? '', until, question: question.trim() };
    const done = await this.form.sendTyped(
      event,
      (sending) => this.client.askOpinion(this.caseFileId(), opinion, sending),
      { about: this.caseFileId() },
    );
    if (!done) return;
    this.form.type({ accountId: null, question: '' });
    this.asked.emit();
  }
}

/** Days that were typed, `null` when they are none. */
function spanOf(typed: string): number | null {
  const days = Number(typed);
  return Number.isInteger(days) && days >= 1 && days <= 90 ? days : null;
}
