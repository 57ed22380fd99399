import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AccountDetail } from '@repere/cases';
import { Language } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import type { Answered } from '../../platform/api';
import { AdministrationClient } from '../administration-client';

/** Closes an account now, opens it again, or takes lost second factors away; with the reason. */
@Component({
  selector: 'app-account-door',
  imports: [LongText, MatButton],
  template: `
    <section [attr.aria-labelledby]="does() + '-title'">
      <h2 [id]="does() + '-title'">{{ t('administration.door.' + act() + '.title') }}</h2>
      <p>{{ t('administration.door.' + act() + '.effect') }}</p>
      <form novalidate (submit)="send($event)">
        <rp-long-text
          [fieldId]="does() + '-reason'"
          [label]="t('administration.two.reason')"
          [maxLength]="1000"
          [problem]="isMissing() ? t('administration.door.missing') : null"
          [(value)]="reason"
        />
        <p class="rp-acts">
          <button matButton="outlined" type="submit">{{ t('administration.door.' + act() + '.act') }}</button>
        </p>
      </form>
    </section>
  `,
  styleUrl: './account-form.scss',
})
export class AccountDoor {
  private readonly client = inject(AdministrationClient);
  protected readonly t = inject(Language).t;

  readonly account = input.required<AccountDetail>();
  readonly done = output<Answered<AccountDetail>>();

  protected readonly reason = signal('');
  protected readonly isMissing = signal(false);
  /** What it does; opening and closing go by the state of the account. */
  readonly does = input<'door' | 'reset-factors'>('door');

  protected readonly act = computed(() => {
    if (this.does() !== 'door') return 'reset-factors';
    return this.account().state === 'disabled' ? 'enable' : 'disable';
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.isMissing.set(!reason);
    if (!reason) return;
    const answer = await this.client.act(this.account().id, this.act(), reason);
    if (answer.ok) this.reason.set('');
    this.done.emit(answer);
  }
}
