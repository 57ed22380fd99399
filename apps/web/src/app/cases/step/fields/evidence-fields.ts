import { Component, computed, inject, input } from '@angular/core';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { FormProblems } from '../form-problems';
import { StepSession } from '../step-session';

/** Where papers are kept and under which reference. Never the paper itself. */
@Component({
  selector: 'app-evidence-fields',
  imports: [TextField],
  template: `
    <p class="rp-hint">{{ t('step.evidence.hint') }}</p>
    @for (piece of pieces(); track piece.code) {
      <fieldset>
        <legend>{{ piece.label }}</legend>
        <rp-text-field
          [fieldId]="'evidence-' + piece.code"
          [label]="t('step.evidence.reference')"
          [maxLength]="500"
          [problem]="problems.problemOf('evidence-' + piece.code)"
          [value]="piece.reference"
          (valueChange)="setEvidence(piece.code, { reference: $event })"
        />
        <rp-text-field
          [fieldId]="'evidence-' + piece.code + '-place'"
          [label]="t('step.evidence.place')"
          [maxLength]="500"
          [value]="piece.place"
          (valueChange)="setEvidence(piece.code, { place: $event })"
        />
      </fieldset>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 1rem;
    }
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
      gap: 0.75rem 1.25rem;
      max-inline-size: 44rem;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      grid-column: 1 / -1;
      padding: 0 0 0.4rem;
      font-weight: 650;
    }
  `,
})
export class EvidenceFields {
  /** Only these kinds; all that the step asks for if absent. */
  readonly only = input<readonly string[]>();

  private readonly session = inject(StepSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly problems = inject(FormProblems);

  protected readonly pieces = computed(() =>
    (this.session.page()?.asks.evidence ?? [])
      .filter(({ code }) => this.only()?.includes(code) ?? true)
      .map(({ code, label }) => ({
        code,
        label: this.language.localize(label),
        ...this.typed(code),
      })),
  );

  protected setEvidence(
    code: string,
    change: { readonly reference?: string; readonly place?: string },
  ): void {
    const { evidence } = this.session.typed();
    this.session.changeTyped({ evidence: { ...evidence, [code]: { ...this.typed(code), ...change } } });
  }

  private typed(code: string) {
    return this.session.typed().evidence[code] ?? { reference: '', place: '' };
  }
}
