import { Component, computed, inject, input } from '@angular/core';
import { FormField, applyEach, form } from '@angular/forms/signals';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { limitLength } from '../../../platform/form/mistake';
import { writeThrough } from '../../../platform/form/write-through';
import { FormProblems } from '../form-problems';
import { StepSession } from '../step-session';

const NOWHERE = { reference: '', place: '' };

/** Where papers are kept and under which reference. Never the paper itself. */
@Component({
  selector: 'app-evidence-fields',
  imports: [FormField, TextField],
  template: `
    <p class="rp-hint">{{ t('step.evidence.hint') }}</p>
    @for (piece of pieces(); track piece.code) {
      @if (form[$index]; as line) {
        <fieldset>
          <legend>{{ piece.label }}</legend>
          <rp-text-field
            [fieldId]="'evidence-' + piece.code"
            [label]="t('step.evidence.reference')"
            [problem]="problems.problemOf('evidence-' + piece.code)"
            [formField]="line.reference"
          />
          <rp-text-field
            [fieldId]="'evidence-' + piece.code + '-place'"
            [label]="t('step.evidence.place')"
            [formField]="line.place"
          />
        </fieldset>
      }
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
      .map(({ code, label }) => ({ code, label: this.language.localize(label) })),
  );

  /** A line a piece, in their order. */
  protected readonly form = form(
    writeThrough(
      () => this.pieces().map(({ code }) => this.session.typed().evidence[code] ?? NOWHERE),
      (typed) => {
        const { evidence } = this.session.typed();
        const changed = this.pieces().map(({ code }, place) => [code, typed[place] ?? NOWHERE] as const);
        this.session.changeTyped({ evidence: { ...evidence, ...Object.fromEntries(changed) } });
      },
    ),
    (it) =>
      applyEach(it, ({ reference, place }) => {
        limitLength(reference, 500);
        limitLength(place, 500);
      }),
  );
}
