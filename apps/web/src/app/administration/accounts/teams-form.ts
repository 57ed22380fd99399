import { Component, effect, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AccountDetail } from '@repere/contract';
import { Language } from '@repere/ui';
import { CodesField, type Option } from '@repere/ui/choice';
import { SendingForm } from '../../platform/form/sending-form';
import type { Answered } from '../../platform/api';
import { AdministrationClient } from '../administration-client';

/** Other teams. Leaving one takes a handover of the cases that are led there. */
@Component({
  selector: 'app-teams-form',
  imports: [CodesField, FormField, MatButton],
  template: `
    <section aria-labelledby="teams-title">
      <h2 id="teams-title">{{ t('administration.account.teams') }}</h2>
      <form novalidate (submit)="saveTeams($event)">
        <rp-codes-field
          fieldId="account-teams"
          [label]="t('administration.account.teams-of')"
          [hint]="t('administration.account.teams-hint')"
          [options]="options()"
          [formField]="form.fields.teamIds"
          [problem]="form.problemOf('teamIds')"
        />
        <p class="rp-acts">
          <button matButton="outlined" type="submit">{{ t('administration.account.save-teams') }}</button>
        </p>
      </form>
    </section>
  `,
  styleUrl: './account-form.scss',
})
export class TeamsForm {
  private readonly client = inject(AdministrationClient);
  protected readonly t = inject(Language).t;

  readonly account = input.required<AccountDetail>();
  readonly done = output<Answered<AccountDetail>>();

  protected readonly form = new SendingForm({ teamIds: [] as readonly string[] });
  protected readonly options = signal<readonly Option[]>([]);

  constructor() {
    effect(() => this.form.type({ teamIds: this.account().teams.map(({ id }) => id) }));
    void this.client.teams().then((answer) => {
      if (answer.ok) this.options.set(answer.value.items.map(({ id, name }) => ({ code: id, label: name })));
    });
  }

  protected async saveTeams(event: Event): Promise<void> {
    const { id, teams } = this.account();
    const change = { teamIds: this.form.typed().teamIds, was: teams.map((team) => team.id) };
    await this.form.sendTyped(event, () => this.client.changeTeams(id, change), {
      answered: (answer) => this.done.emit(answer),
    });
  }
}
