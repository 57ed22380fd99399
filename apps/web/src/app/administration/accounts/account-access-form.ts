import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AccountDetail } from '@repere/contract';
import { Language } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import { reasonLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import type { Answered } from '../../platform/api';
import { AdministrationClient } from '../administration-client';

/** Closes an account now, opens it again, or takes lost second factors away; with the reason. */
@Component({
  selector: 'app-account-door',
  imports: [FormField, LongText, MatButton],
  template: `
    <section [attr.aria-labelledby]="does() + '-title'">
      <h2 [id]="does() + '-title'">{{ t('administration.door.' + act() + '.title') }}</h2>
      <p>{{ t('administration.door.' + act() + '.effect') }}</p>
      <form novalidate (submit)="sendAccess($event)">
        <rp-long-text
          [fieldId]="does() + '-reason'"
          [label]="t('administration.two.reason')"
          [problem]="form.problemOf('reason')"
          [formField]="form.fields.reason"
        />
        <p class="rp-acts">
          <button matButton="outlined" type="submit">{{ t('administration.door.' + act() + '.act') }}</button>
        </p>
      </form>
    </section>
  `,
  styleUrl: './account-form.scss',
})
export class AccountAccessForm {
  private readonly client = inject(AdministrationClient);
  protected readonly t = inject(Language).t;

  readonly account = input.required<AccountDetail>();
  readonly done = output<Answered<AccountDetail>>();

  protected readonly form = new SendingForm({ reason: '' }, ({ reason }) => {
    requireValue(reason, 'administration.door.missing');
    limitLength(reason, reasonLengths.reason);
  });
  /** What it does; opening and closing go by the state of the account. */
  readonly does = input<'door' | 'reset-factors'>('door');

  protected readonly act = computed(() => {
    if (this.does() !== 'door') return 'reset-factors';
    return this.account().state === 'disabled' ? 'enable' : 'disable';
  });

  protected async sendAccess(event: Event): Promise<void> {
    const reason = this.form.typed().reason.trim();
    const done = await this.form.sendTyped(
      event,
      () => this.client.sendAct(this.account().id, this.act(), reason),
      {
        answered: (answer) => this.done.emit(answer),
      },
    );
    if (done) this.form.clear();
  }
}
