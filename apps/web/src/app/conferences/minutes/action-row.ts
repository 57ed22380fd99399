import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { ACTION_OUTCOMES, isRedacted, type Shown } from '@repere/cases';
import type { Action, ConferencePage, SettleAction } from '@repere/contract';
import { settleActionLengths } from '@repere/contract/lengths';
import { Language, SpaceTime } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText } from '@repere/ui/field';
import { noonOf } from '../../appointments/by-day';
import { ActProblem } from '../../platform/act-problem';
import { checkField, limitLength } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ConferencesClient } from '../conferences-client';
import { PassActionForm } from './pass-action-form';

/** What somebody took on, by which day, and what became of it: done in one press. */
@Component({
  selector: 'app-action-row',
  imports: [ActProblem, ChoiceField, ErrorSummary, FormField, LongText, MatButton, PassActionForm],
  template: `
    <p class="what">{{ what() }}</p>
    <p>{{ owner() }} · {{ t('conferences.action.by', { day: day() }) }} · {{ state() }}</p>
    @for (line of passed(); track $index) {
      <p class="rp-quiet">{{ line }}</p>
    }
    @if (outcome(); as said) {
      <p class="what">{{ said }}</p>
    }
    @if (maySettle() && action().state === 'open') {
      <form class="rp-form rp-screen-only" novalidate (submit)="settleAction($event)">
        <rp-error-summary [problems]="form.problems()" />
        <details class="rp-fold">
          <summary>{{ t('conferences.action.settle') }}</summary>
          <rp-choice-field
            layout="row"
            [fieldId]="prefix() + 'state'"
            [label]="t('conferences.action.is')"
            [options]="outcomes()"
            [formField]="form.fields.state"
          />
          <rp-long-text
            [fieldId]="prefix() + 'words'"
            [label]="t('conferences.action.words')"
            [rows]="2"
            [problem]="form.problemOf('words')"
            [formField]="form.fields.words"
          />
        </details>
        <app-act-problem [problem]="form.refusal()" />
        <p class="rp-acts">
          <button matButton="outlined" type="submit">
            {{ t('conferences.action.act.' + (form.typed().state ?? 'done')) }}
          </button>
        </p>
      </form>
    }
    @if (action().mayPass) {
      <details class="rp-fold rp-screen-only" #pass>
        <summary>{{ t('conferences.pass.title') }}</summary>
        <app-pass-action-form
          [page]="page()"
          [action]="action()"
          (said)="pass.open = false; passedOn.emit()"
        />
      </details>
    }
  `,
  styles: `
    :host {
      display: block;
      inline-size: 100%;
    }
    p {
      margin: 0;
    }
    .what {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class ActionRow {
  private readonly client = inject(ConferencesClient);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  readonly page = input.required<ConferencePage>();
  readonly action = input.required<Action>();
  readonly maySettle = input.required<boolean>();
  readonly said = output();
  readonly passedOn = output();

  protected readonly form = new SendingForm(
    { state: 'done' as SettleAction['state'] | null, words: '' },
    (it) => {
      checkField(
        it.words,
        'conferences.action.words-missing',
        (text, valueOf) => valueOf(it.state) === 'undone' && !text.trim(),
      );
      limitLength(it.words, settleActionLengths.words);
    },
  );
  protected readonly prefix = computed(() => `${this.action().id}-`);
  protected readonly what = computed(() => this.tellShown(this.action().what));
  protected readonly owner = computed(() => this.tellName(this.action().owner));
  protected readonly outcome = computed(() => {
    const { outcome } = this.action();
    return outcome === null ? null : this.tellShown(outcome);
  });
  /** From whom to whom it went, when and why. */
  protected readonly passed = computed(() =>
    this.action().passed.map(({ from, to, at, why }) =>
      this.t('conferences.pass.line', {
        ...{ from: this.tellName(from), to: this.tellName(to), why: this.tellShown(why) },
        moment: this.time.moment(at),
      }),
    ),
  );
  protected readonly day = computed(() => this.time.day(noonOf(this.action().day), 'UTC'));
  protected readonly state = computed(() => {
    const { state, isLate } = this.action();
    return this.t(isLate ? 'conferences.action.late' : `conferences.action.state.${state}`);
  });
  protected readonly outcomes = computed(() =>
    ACTION_OUTCOMES.map((code) => ({ code, label: this.t(`conferences.action.state.${code}`) })),
  );

  protected async settleAction(event: Event): Promise<void> {
    const { state, words } = this.form.typed();
    const { caseFileId, appointment } = this.page();
    const { id: actionId, version } = this.action();
    const said = words.trim();
    const done = await this.form.sendTyped(
      event,
      (sending) =>
        state &&
        this.client.settleAction(
          caseFileId,
          { id: appointment.id, actionId },
          { version, state, ...(said && { words: said }) },
          sending,
        ),
      { about: [actionId, version] },
    );
    if (done) this.said.emit();
  }

  private tellName(value: Action['owner']): string {
    return isRedacted(value) ? this.t('conferences.hidden') : value.name;
  }

  private tellShown(value: Shown<string>): string {
    return isRedacted(value) ? this.t('conferences.hidden') : value;
  }
}
