import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { CaseFile, Problem, TeamMate } from '@repere/contract';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { asAnswer } from '../../platform/api';
import { SendingForm } from '../../platform/form/sending-form';
import { requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { CaseFileClient } from './case-file-client';
import { CaseSession } from './case-session';

/** Who leads the case from now on. */
@Component({
  selector: 'app-lead-form',
  imports: [ActProblem, FormField, MatButton, SelectField],
  template: `
    <details (toggle)="loadTeam()">
      <summary>{{ t(caseFile().lead ? 'case.lead-form.change' : 'case.lead-form.name') }}</summary>
      <form novalidate (submit)="changeLead($event)">
        <rp-select-field
          fieldId="lead"
          [label]="t('case.lead-form.label')"
          [options]="options()"
          [problem]="form.problemOf('lead')"
          [formField]="form.fields.lead"
        />
        <app-act-problem [problem]="problem()" />
        <button matButton="outlined" type="submit">{{ t('case.lead-form.act') }}</button>
      </form>
    </details>
  `,
  styleUrl: './fold-form.scss',
})
export class LeadForm {
  private readonly client = inject(CaseFileClient);
  private readonly session = inject(CaseSession);
  protected readonly t = inject(Language).t;

  readonly caseFile = input.required<CaseFile>();

  private readonly team = signal<readonly TeamMate[] | null>(null);
  private readonly unread = signal<Problem | null>(null);
  protected readonly form = new SendingForm({ lead: null as string | null }, ({ lead }) =>
    requireValue(lead, 'case.lead-form.missing'),
  );
  protected readonly problem = computed(() => this.form.refusal() ?? this.unread());
  protected readonly options = computed(() =>
    (this.team() ?? [])
      .filter(
        ({ id, teamIds }) => teamIds.includes(this.caseFile().team.id) && id !== this.caseFile().lead?.id,
      )
      .map(({ id, name }) => ({ code: id, label: name })),
  );

  protected async loadTeam(): Promise<void> {
    if (this.team()) return;
    const answer = await this.client.team();
    if (answer.ok) this.team.set(answer.value.items);
    else this.unread.set(answer.problem);
  }

  protected async changeLead(event: Event): Promise<void> {
    const lead = this.form.typed().lead ?? '';
    const done = await this.form.sendTyped(event, async () =>
      asAnswer(
        await this.session.sendAct({ lead }, (id, sending) => this.client.changeLead(id, lead, sending)),
      ),
    );
    if (done) this.form.clear();
  }
}
