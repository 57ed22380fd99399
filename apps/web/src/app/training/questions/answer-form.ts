import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AskedQuestion } from '@repere/contract';
import { Language } from '@repere/ui';
import { ChoiceField, type Option } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ProblemLine } from '../../platform/problem-line';
import { GroupClient } from '../group-client';

/** One answer to one question: a learner gives it once, so that choosing and sending are two presses. */
@Component({
  selector: 'app-answer-form',
  imports: [ChoiceField, ErrorSummary, FormField, MatButton, ProblemLine],
  template: `
    <form novalidate (submit)="sendAnswer($event)">
      <rp-error-summary [problems]="form.problems()" />
      <rp-choice-field
        [fieldId]="question().id + '-choice'"
        [label]="localize(question().ask)"
        [options]="choices()"
        [formField]="form.fields.choice"
        [problem]="form.problemOf('choice')"
      />
      <app-problem-line [problem]="form.refusal()" (again)="sendAnswer()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">
          {{ t(isLeading() ? 'training.questions.answer-for-class' : 'training.questions.answer') }}
        </button>
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 0.75rem;
      max-inline-size: 44rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class AnswerForm {
  private readonly client = inject(GroupClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly question = input.required<AskedQuestion>();
  readonly isLeading = input.required<boolean>();
  readonly answered = output();

  protected readonly choices = computed<readonly Option[]>(() =>
    this.question().choices.map(({ id, says }) => ({ code: id, label: this.localize(says) })),
  );
  protected readonly form = new SendingForm<{ choice: string | null }>({ choice: null }, ({ choice }) =>
    requireValue(choice, 'training.questions.choose'),
  );

  protected async sendAnswer(event: Event | null = null): Promise<void> {
    const { id } = this.question();
    const choice = this.form.typed().choice ?? '';
    const answer = await this.form.sendTyped(event, () => this.client.answerQuestion(id, choice), {
      about: id,
    });
    if (answer !== null) this.answered.emit();
  }
}
