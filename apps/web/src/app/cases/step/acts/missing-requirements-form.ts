import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { TimelineEntry } from '@repere/contract';
import { Language } from '@repere/ui';
import { DecisionFields } from '../fields/decision-fields';
import { decisionWordsOf } from './decision-words';
import { EvidenceFields } from '../fields/evidence-fields';
import { FormProblems } from '../form-problems';
import { RefusedCard } from './refused-card';
import { StepActs } from '../step-acts';
import { toStepInput } from '../step-input';
import { StepSession } from '../step-session';

/** What was entered at once and is completed after: best interests and the child's view within 24 hours, papers when they come. */
@Component({
  selector: 'app-missing-requirements-form',
  imports: [DecisionFields, EvidenceFields, MatButton, RefusedCard],
  providers: [FormProblems, StepActs],
  template: `
    <form novalidate (submit)="writeMissing($event)">
      <p>{{ t(lacksWords() ? 'step.missing-requirements.lead' : 'step.missing-requirements.evidence') }}</p>
      @if (lacksWords() && session.page(); as page) {
        <app-decision-fields
          [asks]="page.asks"
          [decided]="null"
          [words]="words()"
          (wordsChange)="session.changeTyped($event)"
        />
      }
      @if (pieces().length) {
        <app-evidence-fields [only]="pieces()" />
      }
      <app-refused-card [reasons]="session.reasons()" />
      <p>
        <button matButton="filled" type="submit">{{ t('step.missing-requirements.act') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 1.25rem;
      margin-block-start: 1.25rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class MissingRequirementsForm {
  protected readonly t = inject(Language).t;
  protected readonly session = inject(StepSession);
  private readonly acts = inject(StepActs);

  readonly entry = input.required<TimelineEntry>();

  protected readonly words = computed(() => decisionWordsOf(this.session.typed()));
  protected readonly lacksWords = computed(
    () => (this.session.page()?.missingRequirements?.words.length ?? 0) > 0,
  );
  protected readonly pieces = computed(() => this.session.page()?.missingRequirements?.evidence ?? []);

  protected async writeMissing(event: Event): Promise<void> {
    event.preventDefault();
    const page = this.session.page();
    if (!page) return;
    const { bestInterests, childView, evidence } = toStepInput(page, this.session.typed(), {});
    await this.acts.confirm(this.entry().entryId, {
      ...(bestInterests && { bestInterests }),
      ...(childView && { childView }),
      ...(evidence && { evidence }),
    });
  }
}
