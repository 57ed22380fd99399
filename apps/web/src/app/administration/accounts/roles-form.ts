import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AccountRole } from '@repere/access';
import { needsSecondPerson, type AccountDetail } from '@repere/cases';
import { Language } from '@repere/ui';
import { CodesField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import type { Answered } from '../../platform/api';
import { AdministrationClient } from '../administration-client';
import { roleOptions } from './role-options';

/** Other roles. Says beforehand when a second administrator has to agree. */
@Component({
  selector: 'app-roles-form',
  imports: [CodesField, LongText, MatButton],
  template: `
    <section aria-labelledby="roles-title">
      <h2 id="roles-title">{{ t('administration.account.roles') }}</h2>
      <form novalidate (submit)="save($event)">
        <rp-codes-field
          fieldId="account-roles"
          [label]="t('administration.account.roles-of')"
          [hint]="t('administration.account.roles-hint')"
          [options]="options()"
          [(value)]="roles"
        />
        @if (waits()) {
          <p>{{ t('administration.two.waits') }}</p>
          <rp-long-text
            fieldId="roles-reason"
            [label]="t('administration.two.reason')"
            [hint]="t('administration.two.reason-hint')"
            [maxLength]="1000"
            [problem]="isMissing() ? t('administration.invite.wrong.reason') : null"
            [(value)]="reason"
          />
        }
        <p class="rp-acts">
          <button matButton="outlined" type="submit">
            {{ t(waits() ? 'administration.two.ask' : 'administration.account.save-roles') }}
          </button>
        </p>
      </form>
    </section>
  `,
  styleUrl: './account-form.scss',
})
export class RolesForm {
  private readonly client = inject(AdministrationClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly account = input.required<AccountDetail>();
  readonly done = output<Answered<AccountDetail>>();

  protected readonly roles = signal<readonly string[]>([]);
  protected readonly reason = signal('');
  protected readonly isMissing = signal(false);
  protected readonly options = computed(() => roleOptions(this.language));
  protected readonly waits = computed(() =>
    needsSecondPerson(this.account().roles, this.roles() as readonly AccountRole[], this.account().isReader),
  );

  constructor() {
    effect(() => this.roles.set(this.account().roles));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.isMissing.set(this.waits() && !reason);
    if (this.isMissing()) return;
    const roles = this.roles() as readonly AccountRole[];
    const change = { roles, was: this.account().roles, ...(this.waits() && { reason }) };
    this.done.emit(await this.client.changeRoles(this.account().id, change));
  }
}
