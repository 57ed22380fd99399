import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MINUTES_VERDICTS } from '@repere/cases';
import type { ConferencePage, JudgeMinutes } from '@repere/contract';
import { judgeMinutesLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ConferencesClient } from '../conferences-client';

/** Another person agrees to the minutes, or sends them back. */
@Component({
  selector: 'app-judge-form',
  imports: [ActProblem, ChoiceField, ErrorSummary, FormField, LongText, MatButton],
  template: `
    <form class="rp-form" novalidate (submit)="judgeMinutes($event)">
      <rp-error-summary [problems]="form.problems()" />
      <rp-choice-field
        fieldId="judge-verdict"
        layout="row"
        [label]="t('conferences.judge.verdict')"
        [options]="verdicts()"
        [problem]="form.problemOf('verdict')"
        [formField]="form.fields.verdict"
      />
      @if (form.typed().verdict === 'sent-back') {
        <rp-long-text
          fieldId="judge-words"
          [label]="t('conferences.judge.words')"
          [rows]="2"
          [problem]="form.problemOf('words')"
          [formField]="form.fields.words"
        />
      }
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('conferences.judge.act') }}</button>
      </p>
    </form>
  `,
})
export class JudgeForm {
  private readonly client = inject(ConferencesClient);
  protected readonly t = inject(Language).t;

  readonly page = input.required<ConferencePage>();
  readonly said = output();

  protected readonly form = new SendingForm(
    { verdict: null as JudgeMinutes['verdict'] | null, words: '' },
    (it) => {
      requireValue(it.verdict, 'conferences.judge.verdict-missing');
      checkField(
        it.words,
        'conferences.judge.words-missing',
        (text, valueOf) => valueOf(it.verdict) === 'sent-back' && !text.trim(),
      );
      limitLength(it.words, judgeMinutesLengths.words);
    },
    { idPrefix: 'judge-' },
  );
  protected readonly verdicts = computed(() =>
    MINUTES_VERDICTS.map((code) => ({ code, label: this.t(`conferences.judge.is.${code}`) })),
  );

  protected async judgeMinutes(event: Event): Promise<void> {
    const { verdict, words } = this.form.typed();
    const { caseFileId, appointment, conference } = this.page();
    const said = words.trim();
    const done = await this.form.sendTyped(
      event,
      (sending) =>
        verdict &&
        this.client.judgeMinutes(
          caseFileId,
          appointment.id,
          { version: conference.version, verdict, ...(verdict === 'sent-back' && said && { words: said }) },
          sending,
        ),
      { about: [appointment.id, conference.version] },
    );
    if (!done) return;
    this.form.clear();
    this.said.emit();
  }
}
