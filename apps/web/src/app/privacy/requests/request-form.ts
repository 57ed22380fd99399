import { Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { MakeAccessRequest, Named } from '@repere/contract';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { DateField, NO_DATE } from '@repere/ui/date';
import { TextField } from '@repere/ui/field';
import { makeAccessRequestLengths } from '@repere/contract/lengths';
import { wholeDay } from '../../platform/form/whole-day';
import { SendingForm } from '../../platform/form/sending-form';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { PrivacyClient } from '../privacy-client';
import { requestPath } from '../privacy-paths';

const CHILD = 'child';

/** Prepares what one person asked to know about themselves: of a case, or, without one, of the staff. */
@Component({
  selector: 'app-request-form',
  imports: [ActProblem, ChoiceField, DateField, FormField, MatButton, SelectField, TextField],
  template: `
    <form novalidate (submit)="makeRequest($event)">
      @if (caseFileId()) {
        <rp-choice-field
          fieldId="request-who"
          [label]="t('privacy.request.who')"
          [options]="options()"
          [problem]="form.problemOf('who')"
          [formField]="form.fields.who"
        />
      } @else {
        <rp-select-field
          fieldId="request-who"
          [label]="t('privacy.request.who')"
          [hint]="t('privacy.request.staff-hint')"
          [options]="options()"
          [problem]="form.problemOf('who')"
          [formField]="form.fields.who"
        />
      }
      <rp-date-field
        fieldId="request-on"
        [label]="t('privacy.request.received-on')"
        [problem]="form.problemOf('on')"
        [formField]="form.fields.on"
      />
      <rp-text-field
        fieldId="request-by"
        [label]="t('privacy.request.asked-by')"
        [problem]="form.problemOf('askedBy')"
        [formField]="form.fields.askedBy"
      />
      <rp-text-field
        fieldId="request-checked"
        [label]="t('privacy.request.checked')"
        [hint]="t('privacy.request.checked-hint')"
        [problem]="form.problemOf('checked')"
        [formField]="form.fields.checked"
      />
      <app-act-problem [problem]="form.refusal()" />
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
  protected readonly t = inject(Language).t;

  readonly caseFileId = input<string>();
  /** Around the child of the case; without one, those who work in the reader's teams. */
  readonly people = input<readonly Named[]>([]);

  protected readonly form = new SendingForm(
    { who: null as string | null, on: NO_DATE, askedBy: '', checked: '' },
    (it) => {
      requireValue(it.who, 'privacy.request.who-missing');
      checkField(it.on, 'privacy.day-missing', (on) => !wholeDay(on));
      requireValue(it.askedBy, 'privacy.request.asked-by-missing');
      limitLength(it.askedBy, makeAccessRequestLengths.askedBy);
      requireValue(it.checked, 'privacy.request.checked-missing');
      limitLength(it.checked, makeAccessRequestLengths.identityChecked);
    },
    { serverNames: { on: 'receivedOn', checked: 'identityChecked' } },
  );
  protected readonly options = computed(() => [
    ...(this.caseFileId() ? [{ code: CHILD, label: this.t('privacy.request.child') }] : []),
    ...this.people().map(({ id, name }) => ({ code: id, label: name })),
  ]);
  protected async makeRequest(event: Event): Promise<void> {
    const request = this.request();
    const done = await this.form.sendTyped(
      event,
      (sending) => request && this.client.makeRequest(request, sending),
      {
        about: this.caseFileId(),
      },
    );
    if (done) await this.router.navigate([...requestPath(done.value.id)]);
  }

  /** `null` while something is missing. */
  private request(): MakeAccessRequest | null {
    const { who, on, askedBy, checked } = this.form.typed();
    const [caseFileId, receivedOn] = [this.caseFileId(), wholeDay(on)];
    if (!receivedOn || !who) return null;
    const about = { askedBy: askedBy.trim(), identityChecked: checked.trim(), receivedOn };
    if (!caseFileId) return { subject: 'staff', accountId: who, ...about };
    return who === CHILD
      ? { subject: 'child', caseFileId, ...about }
      : { subject: 'person', caseFileId, personId: who, ...about };
  }
}
