import { Component, computed, inject, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Problem, TeamSummary } from '@repere/contract';
import { territories } from '@repere/territories';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { SendingForm } from '../../platform/form/sending-form';
import { requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { AdministrationClient } from '../administration-client';
import { AdministrationTabs } from '../administration-tabs';
import { kindOf, kindOptions } from './service-kinds';
import { TeamCard } from './team-card';

/** Teams by the territory that they work in, with their members; and a new team. */
@Component({
  selector: 'app-teams-page',
  imports: [
    ActProblem,
    AdministrationTabs,
    ErrorSummary,
    FormField,
    MatButton,
    PageHeading,
    ProblemLine,
    RouterLink,
    SelectField,
    TeamCard,
    TextField,
  ],
  templateUrl: './teams-page.html',
  styles: `
    .rp-page {
      --rp-measure: 52rem;
    }
    form {
      display: grid;
      gap: 1.1rem;
    }
    li {
      padding-block: 1rem;
      border-block-start: 1px solid var(--rp-line);
    }
  `,
})
export class TeamsPage {
  private readonly client = inject(AdministrationClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly teams = signal<readonly TeamSummary[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly form = new SendingForm(
    { name: '', territory: null as string | null, kind: null as string | null },
    (it) => {
      requireValue(it.name, 'administration.teams.wrong.name');
      requireValue(it.territory, 'administration.teams.wrong.territory');
    },
    { ids: { name: 'team-name', territory: 'team-territory', kind: 'team-kind' } },
  );
  protected readonly kinds = computed(() => kindOptions(this.t));
  protected readonly options = territories.map(({ code, name }) => ({ code, label: `${code} ${name}` }));
  /** Territories in use, with their teams. */
  protected readonly places = computed(() => {
    const all = this.teams() ?? [];
    const codes = [...new Set(all.map(({ territory }) => territory))].sort();
    return codes.map((code) => {
      const teams = all.filter(({ territory }) => territory === code);
      return { code, teams, name: teams[0]?.territoryName ?? code, zone: teams[0]?.zone ?? '' };
    });
  });

  constructor() {
    void this.loadTeams();
  }

  protected async loadTeams(): Promise<void> {
    const answer = await this.client.teams();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.teams.set(answer.value.items);
  }

  protected async create(event: Event): Promise<void> {
    const { territory, ...typed } = this.form.typed();
    const team = { name: typed.name.trim(), territory: territory ?? '', kind: kindOf(typed.kind) };
    const done = await this.form.sendTyped(event, (sending) => this.client.createTeam(team, sending));
    if (!done) return;
    this.teams.set(done.value.items);
    this.form.type({ name: '' });
    this.news.set(this.t('administration.teams.made', { name: team.name }));
  }
}
