import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { StepProof } from '@repere/contract';
import type { StepMeans } from '@repere/cases';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import type { FormPart } from '../../platform/form/sending-form';

/** The code of the app, or a recovery code in its place: one field, and a way to the other. */
@Component({
  selector: 'app-proof-fields',
  imports: [FormField, TextField],
  template: `
    @if (wantsRecovery()) {
      <rp-text-field
        [fieldId]="fieldId()"
        autocomplete="off"
        [label]="t('factors.proof.recovery-code')"
        [hint]="t('factors.proof.recovery-hint')"
        [problem]="form().problemOf('code')"
        [formField]="form().fields.code"
      />
    } @else {
      <rp-text-field
        [fieldId]="fieldId()"
        inputMode="numeric"
        autocomplete="one-time-code"
        [label]="t('factors.proof.code')"
        [hint]="t('factors.proof.code-hint')"
        [problem]="form().problemOf('code')"
        [formField]="form().fields.code"
      />
    }
    @if (hasBoth()) {
      <button type="button" class="rp-link" (click)="switch()">
        {{ t(wantsRecovery() ? 'factors.proof.use-code' : 'factors.proof.use-recovery') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: 0.4rem;
    }
    rp-text-field {
      inline-size: 100%;
    }
  `,
})
export class ProofFields {
  protected readonly t = inject(Language).t;

  readonly fieldId = input.required<string>();
  readonly means = input.required<readonly StepMeans[]>();
  readonly form = input.required<FormPart<{ readonly code: string }>>();

  private readonly chosen = signal<boolean | null>(null);
  protected readonly hasBoth = computed(
    () => this.means().includes('code') && this.means().includes('recovery-code'),
  );
  protected readonly wantsRecovery = computed(() => this.chosen() ?? !this.means().includes('code'));

  /** What is typed, as what it is. */
  proof(): StepProof {
    const typed = this.form().typed().code.trim();
    return this.wantsRecovery() ? { recoveryCode: typed } : { code: typed };
  }

  protected switch(): void {
    this.chosen.set(!this.wantsRecovery());
    this.form().fields.code().value.set('');
  }
}
