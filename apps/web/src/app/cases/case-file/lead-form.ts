import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CaseFile, Problem, TeamMate } from '@repere/cases';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { ActProblem } from '../../platform/act-problem';
import { CaseFileClient } from './case-file-client';
import { CaseSession } from './case-session';

/** Who leads the case from now on. */
@Component({
  selector: 'app-lead-form',
  imports: [ActProblem, MatButton, SelectField],
  template: `
    <details (toggle)="look()">
      <summary>{{ t(caseFile().lead ? 'case.lead-form.change' : 'case.lead-form.name') }}</summary>
      <form novalidate (submit)="change($event)">
        <rp-select-field
          fieldId="lead"
          [label]="t('case.lead-form.label')"
          [options]="options()"
          [problem]="isMissing() ? t('case.lead-form.missing') : null"
          [(value)]="chosen"
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
  protected readonly chosen = signal<string | null>(null);
  protected readonly isMissing = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly options = computed(() =>
    (this.team() ?? [])
      .filter(
        ({ id, teamIds }) => teamIds.includes(this.caseFile().team.id) && id !== this.caseFile().lead?.id,
      )
      .map(({ id, name }) => ({ code: id, label: name })),
  );

  protected async look(): Promise<void> {
    if (this.team()) return;
    const answer = await this.client.team();
    if (answer.ok) this.team.set(answer.value.items);
    else this.problem.set(answer.problem);
  }

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    const accountId = this.chosen();
    this.isMissing.set(!accountId);
    if (!accountId) return;
    this.problem.set(
      await this.session.act({ lead: accountId }, (id, sending) =>
        this.client.changeLead(id, accountId, sending),
      ),
    );
    if (!this.problem()) this.chosen.set(null);
  }
}
