import { Component, computed, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { AccountRole } from '@repere/access';
import type { NewAccount } from '@repere/contract';
import { GIVEN_BY_TWO } from '@repere/cases';
import { Language } from '@repere/ui';
import { ChoiceField, CodesField, type Option } from '@repere/ui/choice';
import { DateField, NO_DATE } from '@repere/ui/date';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText, TextField } from '@repere/ui/field';
import { checkDay, checkEmail, checkLogin, checkReason } from './account-rules';
import { SendingForm } from '../../platform/form/sending-form';
import { requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { PageHeading } from '../../platform/pages/page-heading';
import { AdministrationClient } from '../administration-client';
import { roleOptions } from './role-options';
import { typedDay } from './typed-day';
import { accountPath } from '../account-path';

/** A new account: its person gets a link by mail, and chooses the password. */
@Component({
  selector: 'app-invite-page',
  imports: [
    ActProblem,
    ChoiceField,
    CodesField,
    DateField,
    ErrorSummary,
    FormField,
    LongText,
    MatButton,
    PageHeading,
    RouterLink,
    TextField,
  ],
  templateUrl: './invite-page.html',
  styles: `
    .rp-page {
      --rp-measure: 42rem;
    }
    form {
      display: grid;
      gap: 1.4rem;
    }
  `,
})
export class InvitePage {
  private readonly client = inject(AdministrationClient);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly form = new SendingForm(
    NEW_ACCOUNT,
    (it) => {
      requireValue(it.name, 'administration.invite.wrong.name');
      checkLogin(it.login);
      checkEmail(it.email);
      checkDay(it.startsOn, 'startsOn');
      checkDay(it.endsOn, 'endsOn');
      checkReason(it.reason, () => this.waits());
    },
    { isPage: true },
  );

  protected readonly teams = signal<readonly Option[]>([]);
  protected readonly roleOptions = computed(() => roleOptions(this.language));
  protected readonly languages = [
    { code: 'fr', label: 'Français' },
    { code: 'en', label: 'English' },
  ];
  /** Some of the roles wait for a second administrator. */
  protected readonly waits = computed(() => this.form.typed().roles.some((role) => isByTwo(role)));

  constructor() {
    void this.client.teams().then((answer) => {
      if (answer.ok) this.teams.set(answer.value.items.map(({ id, name }) => ({ code: id, label: name })));
    });
  }

  protected async invite(event: Event): Promise<void> {
    const done = await this.form.sendTyped(event, (sending) => this.client.invite(this.account(), sending));
    if (done) await this.router.navigate([...accountPath(done.value.id)]);
  }

  private account(): NewAccount {
    const { name, login, email, roles, teamIds, language, startsOn, endsOn, reason } = this.form.typed();
    return {
      name: name.trim(),
      login: login.trim(),
      email: email.trim(),
      roles: roles as readonly AccountRole[],
      teamIds,
      language: language === 'en' ? 'en' : 'fr',
      startsOn: typedDay(startsOn) ?? null,
      endsOn: typedDay(endsOn) ?? null,
      ...(this.waits() && { reason: reason.trim() }),
    };
  }
}

const NEW_ACCOUNT = {
  name: '',
  login: '',
  email: '',
  roles: [] as readonly string[],
  teamIds: [] as readonly string[],
  language: 'fr' as string | null,
  startsOn: NO_DATE,
  endsOn: NO_DATE,
  reason: '',
};

const isByTwo = (role: string): boolean => GIVEN_BY_TWO.some((it) => it === role);
