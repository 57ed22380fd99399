import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CaseColleague, Problem } from '@repere/cases';
import { Language, SpaceTime } from '@repere/ui';
import { NumberField } from '@repere/ui/amount';
import { SelectField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { SendingText } from '../../platform/sending-text';
import { CaseAccessClient } from './case-access-client';

const DAY = 86_400_000;

/** Asks somebody for a second opinion: they read the case without names and places, for some days. */
@Component({
  selector: 'app-ask-opinion-form',
  imports: [ActProblem, LongText, MatButton, NumberField, SelectField],
  template: `
    <details (toggle)="look()">
      <summary>{{ t('rights.access.opinion-form.summary') }}</summary>
      <form novalidate (submit)="ask($event)">
        <rp-select-field
          fieldId="opinion-who"
          [label]="t('rights.access.opinion-form.who')"
          [hint]="t('rights.access.opinion-form.hint')"
          [options]="options()"
          [problem]="isSent() && !who() ? t('rights.access.opinion-form.who-missing') : null"
          [(value)]="who"
        />
        <rp-number-field
          fieldId="opinion-days"
          [label]="t('rights.access.opinion-form.days')"
          [problem]="isSent() && !span() ? t('rights.access.opinion-form.days-wrong') : null"
          [(value)]="days"
        />
        <rp-long-text
          fieldId="opinion-question"
          [label]="t('rights.access.opinion-form.question')"
          [maxLength]="2000"
          [rows]="3"
          [problem]="isSent() && !question().trim() ? t('rights.access.opinion-form.question-missing') : null"
          [(value)]="question"
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
  private readonly time = inject(SpaceTime);
  private readonly keys = new SendingKey();
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly asked = output<void>();

  private readonly colleagues = signal<readonly CaseColleague[] | null>(null);
  protected readonly who = signal<string | null>(null);
  protected readonly days = signal('14');
  protected readonly question = signal('');
  protected readonly isSent = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly options = computed(() =>
    (this.colleagues() ?? [])
      .filter(({ mayAdvise }) => mayAdvise)
      .map(({ id, name, teams }) => ({
        code: id,
        label: teams.length ? `${name} – ${teams.join(', ')}` : name,
      })),
  );
  /** Days that were typed, `null` when they are none. */
  protected readonly span = computed(() => {
    const days = Number(this.days());
    return Number.isInteger(days) && days >= 1 && days <= 90 ? days : null;
  });

  protected async look(): Promise<void> {
    if (this.colleagues()) return;
    const answer = await this.client.colleagues(this.caseFileId());
    if (answer.ok) this.colleagues.set(answer.value.items);
    else this.problem.set(answer.problem);
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    this.isSent.set(true);
    const [accountId, days, question] = [this.who(), this.span(), this.question().trim()];
    if (!accountId || !days || !question) return;
    // A minute less: the clocks of two machines differ.
    const until = new Date(this.time.now() + days * DAY - 60_000).toISOString();
    const answer = await this.keys.send([accountId, days, question], (idempotencyKey) =>
      this.client.askOpinion(this.caseFileId(), { accountId, until, question }, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.isSent.set(false);
    this.question.set('');
    this.who.set(null);
    this.asked.emit();
  }
}

/** The opinion of who was asked: a note in the chronology. */
@Component({
  selector: 'app-give-opinion-form',
  imports: [ActProblem, LongText, MatButton],
  template: `
    <form novalidate (submit)="give($event)">
      <rp-long-text
        fieldId="opinion"
        [label]="t('rights.access.give-opinion.label')"
        [maxLength]="10000"
        [problem]="opinion.isMissing() ? t('rights.access.give-opinion.missing') : null"
        [(value)]="opinion.text"
      />
      <app-act-problem [problem]="opinion.problem()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('rights.access.give-opinion.act') }}</button>
      </p>
    </form>
  `,
})
export class GiveOpinionForm {
  private readonly client = inject(CaseAccessClient);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly given = output<void>();

  protected readonly opinion = new SendingText();

  protected async give(event: Event): Promise<void> {
    const done = await this.opinion.send(event, this.caseFileId(), (opinion, sending) =>
      this.client.giveOpinion(this.caseFileId(), opinion, sending),
    );
    if (!done) return;
    this.opinion.text.set('');
    this.given.emit();
  }
}
