import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { Problem } from '@repere/cases';
import type { MakeAccessRequest, PersonName } from '@repere/privacy';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { DateField, NO_DATE, readTypedDate } from '@repere/ui/date';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { PrivacyClient } from '../privacy-client';

const CHILD = 'child';

/** Prepares what one person asked to know about themselves: of a case, or, without one, of the staff. */
@Component({
  selector: 'app-request-form',
  imports: [ActProblem, ChoiceField, DateField, MatButton, SelectField, TextField],
  template: `
    <form novalidate (submit)="make($event)">
      @if (caseFileId()) {
        <rp-choice-field
          fieldId="request-who"
          [label]="t('privacy.request.who')"
          [options]="options()"
          [problem]="isMissing() && !who() ? t('privacy.request.who-missing') : null"
          [(value)]="who"
        />
      } @else {
        <rp-select-field
          fieldId="request-who"
          [label]="t('privacy.request.who')"
          [hint]="t('privacy.request.staff-hint')"
          [options]="options()"
          [problem]="isMissing() && !who() ? t('privacy.request.who-missing') : null"
          [(value)]="who"
        />
      }
      <rp-date-field
        fieldId="request-on"
        [label]="t('privacy.request.received-on')"
        [problem]="isMissing() && !day() ? t('privacy.day-missing') : null"
        [(value)]="on"
      />
      <rp-text-field
        fieldId="request-by"
        [label]="t('privacy.request.asked-by')"
        [maxLength]="500"
        [problem]="isMissing() && !askedBy().trim() ? t('privacy.request.asked-by-missing') : null"
        [(value)]="askedBy"
      />
      <rp-text-field
        fieldId="request-checked"
        [label]="t('privacy.request.checked')"
        [hint]="t('privacy.request.checked-hint')"
        [maxLength]="500"
        [problem]="isMissing() && !checked().trim() ? t('privacy.request.checked-missing') : null"
        [(value)]="checked"
      />
      <app-act-problem [problem]="problem()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('privacy.request.make') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 1rem;
      margin-block-start: 1rem;
    }
    .rp-acts {
      margin: 0;
    }
  `,
})
export class RequestForm {
  private readonly client = inject(PrivacyClient);
  private readonly router = inject(Router);
  private readonly keys = new SendingKey();
  protected readonly t = inject(Language).t;

  readonly caseFileId = input<string>();
  /** Around the child of the case; without one, those who work in the reader's teams. */
  readonly people = input<readonly PersonName[]>([]);

  protected readonly who = signal<string | null>(null);
  protected readonly on = signal(NO_DATE);
  protected readonly askedBy = signal('');
  protected readonly checked = signal('');
  protected readonly isMissing = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly options = computed(() => [
    ...(this.caseFileId() ? [{ code: CHILD, label: this.t('privacy.request.child') }] : []),
    ...this.people().map(({ id, name }) => ({ code: id, label: name })),
  ]);
  /** Only a whole day is one. */
  protected readonly day = computed(() => {
    const read = readTypedDate(this.on());
    return read.ok && /^\d{4}-\d{2}-\d{2}$/.test(read.edtf) ? read.edtf : '';
  });

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const request = this.request();
    this.isMissing.set(request === null);
    if (!request) return;
    const answer = await this.keys.send(request, (idempotencyKey) =>
      this.client.make(request, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) await this.router.navigate(['/vie-privee/demandes', answer.value.id]);
  }

  private request(): MakeAccessRequest | null {
    const [askedBy, identityChecked, receivedOn] = [this.askedBy().trim(), this.checked().trim(), this.day()];
    const [caseFileId, who] = [this.caseFileId(), this.who()];
    if (!askedBy || !identityChecked || !receivedOn || !who) return null;
    const about = { askedBy, identityChecked, receivedOn };
    if (!caseFileId) return { subject: 'staff', accountId: who, ...about };
    return who === CHILD
      ? { subject: 'child', caseFileId, ...about }
      : { subject: 'person', caseFileId, personId: who, ...about };
  }
}
