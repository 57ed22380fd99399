import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { issueCertificateLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText, TextField } from '@repere/ui/field';
import type { GroupLearner } from '@repere/contract';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ProblemLine } from '../../platform/problem-line';
import { CertificatesClient } from '../certificates-client';

/** The trainer says that a learner has practised: the real name is typed here, and stands on the certificate alone. */
@Component({
  selector: 'app-issue-certificate-form',
  imports: [ErrorSummary, FormField, LongText, MatButton, ProblemLine, TextField],
  template: `
    <form novalidate (submit)="issue($event)" aria-labelledby="certificate-title">
      <h3 id="certificate-title">{{ t('training.certificate.legend', { name: nickname() }) }}</h3>
      <p>{{ t('training.certificate.why') }}</p>
      <rp-error-summary [problems]="form.problems()" />
      <rp-text-field
        fieldId="certificate-name"
        [label]="t('training.certificate.name')"
        [hint]="t('training.certificate.name-hint')"
        [formField]="form.fields.name"
        [problem]="form.problemOf('name')"
      />
      @if (tookPart() === null) {
        <p>{{ t('training.certificate.no-part') }}</p>
        <rp-long-text
          fieldId="certificate-whyPresent"
          [label]="t('training.certificate.why-present')"
          [hint]="t('training.certificate.why-present-hint')"
          [formField]="form.fields.whyPresent"
          [problem]="form.problemOf('whyPresent')"
        />
      }
      <app-problem-line [problem]="form.refusal()" (again)="issue()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('training.certificate.send') }}</button>
        <button matButton="text" type="button" (click)="left.emit()">
          {{ t('training.certificate.cancel') }}
        </button>
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 0.75rem;
      max-inline-size: 34rem;
      padding-block: 0.75rem;
    }
    h3,
    p {
      margin: 0;
    }
    h3 {
      font-size: 1.05em;
    }
  `,
})
export class IssueCertificateForm {
  private readonly client = inject(CertificatesClient);
  protected readonly t = inject(Language).t;

  readonly learnerId = input.required<string>();
  readonly nickname = input.required<string>();
  /** On what it rests; `null`: on what is typed here alone. */
  readonly tookPart = input.required<GroupLearner['tookPart']>();
  readonly issued = output<void>();
  readonly left = output<void>();

  protected readonly form = new SendingForm(
    { name: '', whyPresent: '' },
    ({ name, whyPresent }) => {
      requireValue(name, 'training.certificate.name-missing');
      limitLength(name, issueCertificateLengths.name);
      requireValue(whyPresent, 'training.certificate.why-present-missing', () => this.tookPart() === null);
      limitLength(whyPresent, issueCertificateLengths.whyPresent);
    },
    { idPrefix: 'certificate-' },
  );

  protected async issue(event: Event | null = null): Promise<void> {
    const { name, whyPresent } = this.form.typed();
    const said = this.tookPart() === null ? { whyPresent: whyPresent.trim() } : {};
    const answer = await this.form.sendTyped(
      event,
      () => this.client.issue(this.learnerId(), { name: name.trim(), ...said }),
      { about: this.learnerId() },
    );
    if (answer) this.issued.emit();
  }
}
