import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { DestroyDocument } from '@repere/contract';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { ActProblem } from '../platform/act-problem';
import { everyOf } from '../platform/every-of';
import { requireValue } from '../platform/form/mistake';
import { SendingForm } from '../platform/form/sending-form';
import { DocumentsClient } from './documents-client';

const REASONS = everyOf<DestroyDocument['reason']>()([
  'image-of-abuse',
  'recording',
  'wrong-child',
  'no-ground',
]);

/** Destroys the files of a document at once, in all its versions. */
@Component({
  selector: 'app-destroy-document-form',
  imports: [ActProblem, ChoiceField, ErrorSummary, FormField, MatButton],
  template: `
    <form novalidate (submit)="destroyDocument($event)">
      <rp-error-summary [problems]="form.problems()" />
      <p>{{ t('documents.destroy.lead') }}</p>
      <rp-choice-field
        [fieldId]="idPrefix() + 'reason'"
        [label]="t('documents.destroy.reason')"
        [options]="reasons()"
        [problem]="form.problemOf('reason')"
        [formField]="form.fields.reason"
      />
      @if (form.typed().reason === 'image-of-abuse') {
        <p role="note">{{ t('documents.destroy.after-image') }}</p>
      }
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('documents.destroy.act') }}</button>
      </p>
    </form>
  `,
  styles: `
    form > * + * {
      margin-block-start: 0.75rem;
    }
  `,
})
export class DestroyDocumentForm {
  private readonly client = inject(DocumentsClient);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly versionId = input.required<string>();
  readonly destroyed = output();

  protected readonly idPrefix = computed(() => `destroy-${this.versionId()}-`);
  protected readonly reasons = computed(() =>
    REASONS.map((code) => ({ code, label: this.t(`documents.destroy.because.${code}`) })),
  );
  protected readonly form = new SendingForm(
    { reason: null as DestroyDocument['reason'] | null },
    ({ reason }) => requireValue(reason, 'documents.destroy.reason-missing'),
  );

  protected async destroyDocument(event: Event): Promise<void> {
    const { reason } = this.form.typed();
    const done = await this.form.sendTyped(
      event,
      (sending) =>
        reason && this.client.destroyDocument(this.caseFileId(), this.versionId(), { reason }, sending),
      { about: this.versionId() },
    );
    if (done) this.destroyed.emit();
  }
}
