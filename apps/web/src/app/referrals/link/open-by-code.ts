import { Location } from '@angular/common';
import { Component, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute } from '@angular/router';
import type { LinkCallBack } from '@repere/contract';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import type { Answered } from '../../platform/api';
import { checkField } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ReferralsClient } from '../referrals-client';
import { CallBack } from './call-back';
import { isToken, type LinkKey } from './link-key';

/** The code is asked before anything is shown. The secret leaves the address at once: not for the history, nor for who looks over a shoulder. */
@Component({
  selector: 'app-open-by-code',
  imports: [ActProblem, CallBack, ErrorSummary, FormField, MatButton, TextField],
  template: `
    @if (isWhole) {
      <p class="rp-lead">{{ lead() }}</p>
      <rp-error-summary [problems]="form.problems()" />
      <form novalidate (submit)="openLink($event)">
        <rp-text-field
          fieldId="link-code"
          inputMode="numeric"
          [label]="t('capacity.link.code')"
          [hint]="t('capacity.link.code-hint')"
          [problem]="form.problemOf('code')"
          [formField]="form.fields.code"
        />
        <app-act-problem [problem]="form.refusal()" />
        <p class="rp-acts">
          <button matButton="filled" type="submit">{{ act() }}</button>
        </p>
      </form>
      @if (callBack(); as it) {
        <app-call-back [number]="it.checkPhone" [lead]="t('capacity.link.no-code')" />
      }
    } @else {
      <p role="alert">{{ t('capacity.link.broken') }}</p>
    }
  `,
})
export class OpenByCode {
  protected readonly t = inject(Language).t;
  private readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';

  readonly lead = input.required<string>();
  readonly act = input.required<string>();
  readonly opening = input.required<(key: LinkKey) => Promise<Answered<unknown>>>();

  protected readonly isWhole = isToken(this.token);
  protected readonly form = new SendingForm(
    { code: '' },
    (it) => checkField(it.code, 'capacity.link.code-missing', (code) => !/^\d{6}$/.test(plain(code))),
    { isPage: true, idPrefix: 'link-' },
  );

  /** Known before the code: who was not told one has nobody to ask otherwise. */
  protected readonly callBack = signal<LinkCallBack | null>(null);
  private readonly client = inject(ReferralsClient);

  constructor() {
    const location = inject(Location);
    location.replaceState(location.path());
    if (this.isWhole) void this.findCallBack();
  }

  private async findCallBack(): Promise<void> {
    const found = await this.client.findCallBack(this.token);
    if (found.ok) this.callBack.set(found.value);
  }

  protected async openLink(event: Event): Promise<void> {
    const key = { token: this.token, code: plain(this.form.typed().code) };
    await this.form.sendTyped(event, () => this.opening()(key));
  }
}

/** As it is typed: with a blank in the middle. */
const plain = (code: string): string => code.replace(/\s/g, '');
