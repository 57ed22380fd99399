import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { BREAK_GLASS_VERDICT_WORDS, BREAK_GLASS_VERDICTS } from '@repere/cases';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { reviewBreakGlassLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { GlassClient } from './glass-client';

/** Was this emergency access justified? */
@Component({
  selector: 'app-review-form',
  imports: [ActProblem, ChoiceField, FormField, LongText, MatButton],
  template: `
    <form novalidate (submit)="review($event)">
      <rp-choice-field
        [fieldId]="'verdict-' + glass()"
        [label]="t('rights.glass.reviews.verdict')"
        [options]="verdicts()"
        layout="row"
        [problem]="form.problemOf('verdict')"
        [formField]="form.fields.verdict"
      />
      <rp-long-text
        [fieldId]="'words-' + glass()"
        [label]="t('rights.glass.reviews.words')"
        [rows]="2"
        [problem]="form.problemOf('words')"
        [formField]="form.fields.words"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('rights.glass.reviews.act') }}</button>
      </p>
    </form>
  `,
})
export class ReviewForm {
  private readonly client = inject(GlassClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** Id of the emergency access. */
  readonly glass = input.required<string>();
  readonly reviewed = output<void>();

  protected readonly form = new SendingForm({ verdict: null as string | null, words: '' }, (it) => {
    requireValue(it.verdict, 'rights.glass.reviews.verdict-missing');
    requireValue(it.words, 'rights.glass.reviews.words-missing');
    limitLength(it.words, reviewBreakGlassLengths.words);
  });
  protected readonly verdicts = computed(() =>
    BREAK_GLASS_VERDICTS.map((code) => ({
      code,
      label: this.language.localize(BREAK_GLASS_VERDICT_WORDS[code]),
    })),
  );

  protected async review(event: Event): Promise<void> {
    const typed = this.form.typed();
    const verdict = BREAK_GLASS_VERDICTS.find((it) => it === typed.verdict);
    const words = typed.words.trim();
    const done = await this.form.sendTyped(
      event,
      (sending) => verdict && this.client.review(this.glass(), { verdict, words }, sending),
      { about: this.glass() },
    );
    if (done) this.reviewed.emit();
  }
}
