import { Component, inject, signal } from '@angular/core';
import type { OwnTraining, Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { CertificatesClient } from '../certificates-client';
import { CurriculumList } from './item-list';
import { StandingList } from './standing-list';

/** What whoever reads should have practised, and what came in of them. */
@Component({
  selector: 'app-own-training-page',
  imports: [CurriculumList, PageHeading, ProblemLine, StandingList],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('training.own.title') }}</h1>
      <p class="rp-lead">{{ t('training.own.lead') }}</p>
      <app-problem-line [problem]="problem()" (again)="loadTraining()" />
      @if (training(); as it) {
        @if (it.items.length) {
          <p>{{ t(it.isFollowed ? 'training.team.followed' : 'training.team.not-followed') }}</p>
          <app-standing-list [items]="it.items" [person]="it.own" />
          <p>{{ t('training.own.how') }}</p>
          <h2>{{ t('training.team.items') }}</h2>
          <app-curriculum-list [items]="it.items" />
        } @else {
          <p>{{ t('training.own.nothing') }}</p>
        }
      } @else if (!problem()) {
        <div class="rp-bones" aria-hidden="true"></div>
      }
    </div>
  `,
  styles: `
    h2 {
      margin-block: 1.75rem 0.5rem;
      font-size: 1.15em;
    }
  `,
})
export class OwnTrainingPage {
  private readonly client = inject(CertificatesClient);
  protected readonly t = inject(Language).t;

  protected readonly training = signal<OwnTraining | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    void this.loadTraining();
  }

  protected async loadTraining(): Promise<void> {
    const answer = await this.client.own();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.training.set(answer.value);
  }
}
