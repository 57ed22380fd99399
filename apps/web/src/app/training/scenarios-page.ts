import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OwnScenarioSummary, Problem, ScenarioSummary } from '@repere/contract';
import { Language } from '@repere/ui';
import { Banner } from '@repere/ui/feedback';
import { Session } from '../access/session';
import { PageHeading } from '../platform/pages/page-heading';
import { ProblemLine } from '../platform/problem-line';
import { TitlesInForce } from '../protocols/titles-in-force';
import { OwnScenariosClient } from './own-scenarios-client';
import type { ScenarioChoice } from './spaces/new-space-form';
import { SpaceList } from './spaces/space-list';
import { TrainingClient } from './training-client';

/** Stories to show or to practise: what happens, which protocol, how long. */
@Component({
  selector: 'app-scenarios-page',
  imports: [Banner, PageHeading, ProblemLine, RouterLink, SpaceList],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('training.title') }}</h1>
      <p class="rp-lead">{{ t('training.lead') }}</p>
      <rp-banner kind="training">{{ t('training.fictional') }}</rp-banner>
      <app-problem-line [problem]="problem()" (again)="loadScenarios()" />
      @if (scenarios()) {
        <!-- From a training space no other is made. -->
        @if (isLive()) {
          @defer (on immediate) {
            <app-space-list [scenarios]="choices()" [chosen]="cas() ?? null" />
          }
        }
        @if (isLive()) {
          <p>
            <a routerLink="/formation/scenarios">{{ t('training.write') }}</a>
          </p>
          @if (followsTeam()) {
            <p>
              <a routerLink="/formation/equipe">{{ t('training.team.link') }}</a>
            </p>
          }
          <p>
            <a routerLink="/formation/mes-formations">{{ t('training.own.title') }}</a>
          </p>
        }
        <h2 class="stories">{{ t('training.stories') }}</h2>
        <ul class="rp-list cases">
          @for (line of lines(); track line.id) {
            <li>
              <h3>
                <a [routerLink]="line.path">{{ line.title }}</a>
              </h3>
              <p class="about">{{ line.about }}</p>
              <p>{{ line.summary }}</p>
              <details class="rp-fold">
                <summary [attr.aria-label]="t('training.learnt-of', { title: line.title })">
                  {{ t('training.learnt') }}
                </summary>
                <ul class="objectives">
                  @for (objective of line.objectives; track $index) {
                    <li>{{ objective }}</li>
                  }
                </ul>
              </details>
            </li>
          } @empty {
            <li>{{ t('training.none') }}</li>
          }
        </ul>
      } @else if (!problem()) {
        <div class="rp-bones" aria-hidden="true"></div>
      }
      <p class="rp-quiet">{{ t('training.never-real') }}</p>
    </div>
  `,
  styles: `
    .cases {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr));
      gap: 0 2rem;
      margin-block: 1.25rem;
    }
    .cases > li {
      padding-block: 1rem 0.5rem;
      border-block-start: 1px solid var(--rp-line);
    }
    h3 {
      margin: 0;
      font-size: 1.15rem;
    }
    p {
      margin-block: 0.3rem;
    }
    .about {
      color: var(--rp-ink-soft);
    }
    .objectives {
      margin-block: 0.3rem;
      padding-inline-start: 1.2rem;
    }
    .rp-bones {
      block-size: 40rem;
    }
  `,
})
export class ScenariosPage {
  private readonly client = inject(TrainingClient);
  private readonly titles = inject(TitlesInForce);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  private readonly session = inject(Session);
  private readonly own = inject(OwnScenariosClient);

  /** From the address: the scenario that a space is to begin with. */
  readonly cas = input<string>();
  protected readonly followsTeam = computed(() => this.session.mayDo('keep-certificates'));
  protected readonly isLive = computed(() => this.session.fiction() !== 'training');

  protected readonly scenarios = signal<readonly ScenarioSummary[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lines = computed(() =>
    (this.scenarios() ?? []).map(({ id, title, summary, protocol, minutes, objectives }) => ({
      id,
      path: ['/formation', id],
      title: this.language.localize(title),
      summary: this.language.localize(summary),
      about: this.language.count('training.about', minutes, { protocol: this.titles.titleOf(protocol) }),
      objectives: objectives.map((it) => this.language.localize(it)),
    })),
  );

  private readonly written = signal<readonly OwnScenarioSummary[]>([]);
  /** What a space may begin with: one’s own that has no error comes first. */
  protected readonly choices = computed<readonly ScenarioChoice[]>(() => [
    ...this.written().flatMap(({ id, title, errors }) => (title && errors === 0 ? [{ id, title }] : [])),
    ...(this.scenarios() ?? []),
  ]);

  constructor() {
    void this.loadScenarios();
  }

  protected async loadScenarios(): Promise<void> {
    const [answer, written] = await Promise.all([
      this.client.listScenarios(),
      this.isLive() ? this.own.listOwn() : null,
    ]);
    if (written?.ok) this.written.set(written.value);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.scenarios.set(answer.value);
  }
}
