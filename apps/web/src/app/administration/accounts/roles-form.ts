import { Component, computed, effect, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AccountRole } from '@repere/access';
import type { AccountDetail } from '@repere/contract';
import { needsSecondPerson } from '@repere/cases';
import { Language } from '@repere/ui';
import { CodesField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { checkReason } from './account-rules';
import { SendingForm } from '../../platform/form/sending-form';
import type { Answered } from '../../platform/api';
import { AdministrationClient } from '../administration-client';
import { roleOptions } from './role-options';

/** Other roles. Says beforehand when a second administrator has to agree. */
@Component({
  selector: 'app-roles-form',
  imports: [CodesField, FormField, LongText, MatButton],
  template: `
    <section aria-labelledby="roles-title">
      <h2 id="roles-title">{{ t('administration.account.roles') }}</h2>
      <form novalidate (submit)="saveRoles($event)">
        <rp-codes-field
          fieldId="account-roles"
          [label]="t('administration.account.roles-of')"
          [hint]="t('administration.account.roles-hint')"
          [options]="options()"
          [formField]="form.fields.roles"
          [problem]="form.problemOf('roles')"
        />
        @if (waits()) {
          <p>{{ t('administration.two.waits') }}</p>
          <rp-long-text
            fieldId="roles-reason"
            [label]="t('administration.two.reason')"
            [hint]="t('administration.two.reason-hint')"
            [problem]="form.problemOf('reason')"
            [formField]="form.fields.reason"
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

  protected readonly form = new SendingForm({ roles: [] as readonly string[], reason: '' }, (it) =>
    checkReason(it.reason, () => this.waits()),
  );
  protected readonly options = computed(() => roleOptions(this.language));
  protected readonly waits = computed(() =>
    needsSecondPerson(this.account().roles, this.roles(), this.account().isReader),
  );

  constructor() {
    effect(() => this.form.type({ roles: this.account().roles }));
  }

  protected async saveRoles(event: Event): Promise<void> {
    const reason = this.form.typed().reason.trim();
    const change = { roles: this.roles(), was: this.account().roles, ...(this.waits() && { reason }) };
    await this.form.sendTyped(event, () => this.client.changeRoles(this.account().id, change), {
      answered: (answer) => this.done.emit(answer),
    });
  }

  private roles(): readonly AccountRole[] {
    return this.form.typed().roles as readonly AccountRole[];
  }
}
