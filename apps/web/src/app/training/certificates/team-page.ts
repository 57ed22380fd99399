import { Component, computed, inject, signal } from '@angular/core';
import type { Problem, TrainingMatrix } from '@repere/contract';
import { Language } from '@repere/ui';
import { formatRoles } from '../../access/format-roles';
import { Session } from '../../access/session';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { CertificatesClient } from '../certificates-client';
import { ImportCertificateForm } from './import-form';
import { CurriculumList } from './item-list';
import { StandingList } from './standing-list';

/** Who of the teams is up to date, and where a certificate is taken in. */
@Component({
  selector: 'app-team-training-page',
  imports: [CurriculumList, ImportCertificateForm, PageHeading, ProblemLine, StandingList],
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
          <ul class="rp-list people">
            @for (person of people(); track person.accountId) {
              <li>
                <h3>{{ person.name }} – {{ person.role }}</h3>
                <app-standing-list
                  [items]="matrix.items"
                  [person]="person"
                  [mayWithdraw]="true"
                  (withdrawn)="isWithdrawn()"
                />
              </li>
            } @empty {
              <li>{{ t('training.team.nobody') }}</li>
            }
          </ul>
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
    h3 {
      margin: 0 0 0.25rem;
      font-size: 1.05em;
    }
    .news:empty {
      display: none;
    }
    .people > li {
      padding-block: 0.75rem;
      border-block-start: 1px solid var(--rp-line);
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
  protected readonly people = computed(() =>
    (this.matrix()?.people ?? []).map((it) => ({ ...it, role: formatRoles(it.roles, this.t) })),
  );
  /** Everybody but whoever reads: nobody takes in their own. */
  protected readonly options = computed(() =>
    this.people()
      .filter(({ accountId }) => accountId !== this.session.account()?.id)
      .map(({ accountId, name }) => ({ code: accountId, label: name })),
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
