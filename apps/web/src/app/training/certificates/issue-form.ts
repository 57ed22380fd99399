import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { issueCertificateLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ProblemLine } from '../../platform/problem-line';
import { CertificatesClient } from '../certificates-client';

/** The trainer says that a learner has practised: the real name is typed here, and stands on the certificate alone. */
@Component({
  selector: 'app-issue-certificate-form',
  imports: [ErrorSummary, FormField, MatButton, ProblemLine, TextField],
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
  readonly issued = output<void>();
  readonly left = output<void>();

  protected readonly form = new SendingForm(
    { name: '' },
    ({ name }) => {
      requireValue(name, 'training.certificate.name-missing');
      limitLength(name, issueCertificateLengths.name);
    },
    { idPrefix: 'certificate-' },
  );

  protected async issue(event: Event | null = null): Promise<void> {
    const { name } = this.form.typed();
    const answer = await this.form.sendTyped(
      event,
      () => this.client.issue(this.learnerId(), { name: name.trim() }),
      { about: this.learnerId() },
    );
    if (answer) this.issued.emit();
  }
}
