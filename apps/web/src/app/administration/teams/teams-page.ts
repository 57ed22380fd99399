import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Problem, TeamSummary } from '@repere/cases';
import { territories } from '@repere/territories';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { ErrorSummary, type FieldProblem } from '@repere/ui/errors';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { PageHeading } from '../../platform/page-heading';
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
      max-inline-size: 56rem;
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
  private readonly keys = new SendingKey();
  protected readonly t = this.language.t;

  protected readonly teams = signal<readonly TeamSummary[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly refusal = signal<Problem | null>(null);
  protected readonly problems = signal<readonly FieldProblem[]>([]);
  protected readonly news = signal('');
  protected readonly name = signal('');
  protected readonly territory = signal<string | null>(null);
  protected readonly kind = signal<string | null>(null);
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
    void this.load();
  }

  protected async load(): Promise<void> {
    const answer = await this.client.teams();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.teams.set(answer.value.items);
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const [name, territory] = [this.name().trim(), this.territory()];
    this.problems.set([
      ...(name ? [] : [{ fieldId: 'team-name', text: this.t('administration.teams.wrong.name') }]),
      ...(territory
        ? []
        : [{ fieldId: 'team-territory', text: this.t('administration.teams.wrong.territory') }]),
    ]);
    if (!name || !territory) return;
    const team = { name, territory, kind: kindOf(this.kind()) };
    const answer = await this.keys.send(team, (idempotencyKey) =>
      this.client.createTeam(team, { idempotencyKey }),
    );
    this.refusal.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.teams.set(answer.value.items);
    this.name.set('');
    this.news.set(this.t('administration.teams.made', { name }));
  }

  protected problemOf(fieldId: string): string | null {
    return this.problems().find((it) => it.fieldId === fieldId)?.text ?? null;
  }
}
