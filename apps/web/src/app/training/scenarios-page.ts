import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OwnScenarioSummary, Problem, ScenarioSummary } from '@repere/contract';
import { Language } from '@repere/ui';
import { Banner } from '@repere/ui/feedback';
import { Session } from '../access/session';
import { PageHeading } from '../platform/pages/page-heading';
import { ProblemLine } from '../platform/problem-line';
import { OwnScenariosClient } from './own-scenarios-client';
import type { ScenarioChoice } from './spaces/new-space-form';
import { SpaceList } from './spaces/space-list';
import { StoryList } from './story-list';
import { TrainingClient } from './training-client';

/** Stories to show or to practise: what happens, which protocol, how long. */
@Component({
  selector: 'app-scenarios-page',
  imports: [Banner, PageHeading, ProblemLine, RouterLink, SpaceList, StoryList],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('training.title') }}</h1>
      <p class="rp-lead">{{ t('training.lead') }}</p>
      <rp-banner kind="training">{{ t('training.fictional') }}</rp-banner>
      <app-problem-line [problem]="problem()" (again)="loadScenarios()" />
      @if (scenarios(); as stories) {
        <!-- From a training space no other is made. -->
        @if (isLive()) {
          <p class="ways">
            <a class="narrow" routerLink="." fragment="spaces-title" queryParamsHandling="preserve">{{
              t('training.spaces-link')
            }}</a>
            <a routerLink="/formation/scenarios">{{ t('training.write') }}</a>
            @if (followsTeam()) {
              <a routerLink="/formation/equipe">{{ t('training.team.link') }}</a>
            }
            <a routerLink="/formation/mes-formations">{{ t('training.own.title') }}</a>
          </p>
        }
        <div [class.beside]="isLive()" [class.asked]="cas() || effacer()">
          <app-story-list [scenarios]="stories" />
          @if (isLive()) {
            @defer (on immediate) {
              <app-space-list
                class="spaces"
                [scenarios]="choices()"
                [chosen]="cas() ?? null"
                [erased]="effacer() ?? null"
              />
            }
          }
        </div>
      } @else if (!problem()) {
        <div class="rp-bones" aria-hidden="true"></div>
      }
      <p class="rp-quiet">{{ t('training.never-real') }}</p>
    </div>
  `,
  styles: `
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.5rem;
    }
    .rp-bones {
      block-size: 40rem;
    }
    .beside {
      display: grid;
      gap: 0 3rem;
    }
    @media (width >= 62rem) {
      .beside {
        grid-template-columns: minmax(0, 1fr) minmax(0, 26rem);
        align-items: start;
      }
      .narrow {
        display: none;
      }
    }
    /* Whoever came to make a space, or to delete one, finds that first. */
    @media (width < 62rem) {
      .asked > .spaces {
        order: -1;
      }
    }
  `,
})
export class ScenariosPage {
  private readonly client = inject(TrainingClient);
  protected readonly t = inject(Language).t;

  private readonly session = inject(Session);
  private readonly own = inject(OwnScenariosClient);

  /** From the address: the scenario that a space is to begin with. */
  readonly cas = input<string>();
  /** From the bar of a space: the one that is to be deleted. */
  readonly effacer = input<string>();
  protected readonly followsTeam = computed(() => this.session.mayDo('keep-certificates'));
  protected readonly isLive = computed(() => this.session.fiction() !== 'training');

  protected readonly scenarios = signal<readonly ScenarioSummary[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  private readonly written = signal<readonly OwnScenarioSummary[]>([]);
  /** What a space may begin with: one’s own that has no error comes first. */
  protected readonly choices = computed<readonly ScenarioChoice[]>(() => [
    ...this.written().flatMap(({ id, title, errors, outOfForce }) =>
      title && errors === 0 ? [{ id, title, outOfForce }] : [],
    ),
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
