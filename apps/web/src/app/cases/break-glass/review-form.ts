import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/cases';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { GlassClient } from './glass-client';

const VERDICTS = ['justified', 'not-justified'] as const;

/** Was this emergency access justified? */
@Component({
  selector: 'app-review-form',
  imports: [ActProblem, ChoiceField, LongText, MatButton],
  template: `
    <form novalidate (submit)="review($event)">
      <rp-choice-field
        [fieldId]="'verdict-' + glass()"
        [label]="t('rights.glass.reviews.verdict')"
        [options]="verdicts()"
        layout="row"
        [problem]="isSent() && !verdict() ? t('rights.glass.reviews.verdict-missing') : null"
        [(value)]="verdict"
      />
      <rp-long-text
        [fieldId]="'words-' + glass()"
        [label]="t('rights.glass.reviews.words')"
        [maxLength]="2000"
        [rows]="2"
        [problem]="isSent() && !words().trim() ? t('rights.glass.reviews.words-missing') : null"
        [(value)]="words"
      />
      <app-act-problem [problem]="problem()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('rights.glass.reviews.act') }}</button>
      </p>
    </form>
  `,
})
export class ReviewForm {
  private readonly client = inject(GlassClient);
  private readonly keys = new SendingKey();
  protected readonly t = inject(Language).t;

  /** Id of the emergency access. */
  readonly glass = input.required<string>();
  readonly reviewed = output<void>();

  protected readonly verdict = signal<string | null>(null);
  protected readonly words = signal('');
  protected readonly isSent = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly verdicts = computed(() =>
    VERDICTS.map((code) => ({ code, label: this.t(`rights.glass.reviews.verdicts.${code}`) })),
  );

  protected async review(event: Event): Promise<void> {
    event.preventDefault();
    this.isSent.set(true);
    const verdict = VERDICTS.find((it) => it === this.verdict());
    const words = this.words().trim();
    if (!verdict || !words) return;
    const answer = await this.keys.send([verdict, words], (idempotencyKey) =>
      this.client.review(this.glass(), { verdict, words }, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.reviewed.emit();
  }
}
