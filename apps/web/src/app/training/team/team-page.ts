import { Component, computed, inject, signal } from '@angular/core';
import type { Problem, TrainingMatrix } from '@repere/contract';
import { Language } from '@repere/ui';
import { Session } from '../../access/session';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { ImportCertificateForm } from '../certificates/import-form';
import { CurriculumList } from '../certificates/item-list';
import { CertificatesClient } from '../certificates-client';
import { TeamMatrix } from './team-matrix';

/** Who of the teams is up to date, and where a certificate is taken in. */
@Component({
  selector: 'app-team-training-page',
  imports: [CurriculumList, ImportCertificateForm, PageHeading, ProblemLine, TeamMatrix],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('training.team.title') }}</h1>
      <p class="rp-lead">{{ t('training.team.lead') }}</p>
      <p role="status" class="news">{{ news() }}</p>
      <app-problem-line [problem]="problem()" (again)="loadTraining()" />
      @if (matrix(); as matrix) {
        <p>{{ t(matrix.isFollowed ? 'training.team.followed' : 'training.team.not-followed') }}</p>
        <section aria-labelledby="people">
          <h2 id="people">{{ t('training.team.people') }}</h2>
          @if (matrix.people.length) {
            <app-team-matrix [items]="matrix.items" [people]="matrix.people" (withdrawn)="isWithdrawn()" />
          } @else {
            <p>{{ t('training.team.nobody') }}</p>
          }
          @if (matrix.isCut) {
            <p>{{ t('training.team.cut') }}</p>
          }
        </section>
        <section aria-labelledby="import">
          <h2 id="import">{{ t('training.import.title') }}</h2>
          <app-import-certificate-form [people]="options()" (taken)="isTaken($event)" />
        </section>
        <section aria-labelledby="items">
          <h2 id="items">{{ t('training.team.items') }}</h2>
          <app-curriculum-list [items]="matrix.items" />
        </section>
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
    .news:empty {
      display: none;
    }
  `,
})
export class TeamTrainingPage {
  private readonly client = inject(CertificatesClient);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly matrix = signal<TrainingMatrix | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  /** Everybody but whoever reads, by name: nobody takes in their own. */
  protected readonly options = computed(() =>
    (this.matrix()?.people ?? [])
      .filter(({ accountId }) => accountId !== this.session.account()?.id)
      .map(({ accountId, name }) => ({ code: accountId, label: name }))
      .sort((a, b) => a.label.localeCompare(b.label, this.language.current())),
  );

  constructor() {
    void this.loadTraining();
  }

  protected async loadTraining(): Promise<void> {
    const answer = await this.client.matrix();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.matrix.set(answer.value);
  }

  protected async isTaken(name: string): Promise<void> {
    await this.loadTraining();
    this.news.set(this.t('training.import.done', { name }));
  }

  protected async isWithdrawn(): Promise<void> {
    await this.loadTraining();
    this.news.set(this.t('training.team.withdrawn'));
  }
}
