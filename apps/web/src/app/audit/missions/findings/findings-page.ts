import { Component, computed, inject, signal } from '@angular/core';
import type { Finding, Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { PageHeading } from '../../../platform/pages/page-heading';
import { ProblemLine } from '../../../platform/problem-line';
import { FindingCard } from './finding-card';
import { MissionsClient } from '../missions-client';

/** Findings that are addressed to the reader: those to answer first. */
@Component({
  selector: 'app-findings-page',
  imports: [EmptyState, FindingCard, PageHeading, ProblemLine],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('audit.findings.mine') }}</h1>
      <p class="rp-lead">{{ t('audit.findings.mine-lead') }}</p>
      <p role="status" class="rp-quiet">{{ news() }}</p>
      <app-problem-line [problem]="problem()" (again)="loadFindings()" />
      @if (findings(); as all) {
        @for (group of groups(); track group.key) {
          <section [attr.aria-labelledby]="'group-' + group.key">
            <h2 [id]="'group-' + group.key">{{ t('audit.findings.group.' + group.key) }}</h2>
            <ul class="rp-list">
              @for (finding of group.items; track finding.id) {
                <li><app-finding-card [finding]="finding" (changed)="takeChanged($event)" /></li>
              }
            </ul>
          </section>
        }
        @if (!all.length) {
          <rp-empty-state [title]="t('audit.findings.none-mine')">{{
            t('audit.findings.none-mine-how')
          }}</rp-empty-state>
        }
      } @else if (!problem()) {
        <div class="rp-bones" aria-hidden="true"></div>
      }
    </div>
  `,
  styles: `
    .rp-page {
      --rp-measure: 52rem;
    }
    li {
      padding-block: 1.25rem;
      border-block-start: 1px solid var(--rp-line);
    }
    .rp-bones {
      block-size: 20rem;
    }
  `,
})
export class FindingsPage {
  private readonly client = inject(MissionsClient);
  protected readonly t = inject(Language).t;

  protected readonly findings = signal<readonly Finding[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly groups = computed(() => {
    const all = this.findings() ?? [];
    return [
      { key: 'to-answer', items: all.filter(({ closing, answer }) => !closing && !answer) },
      { key: 'answered', items: all.filter(({ closing, answer }) => !closing && answer) },
      { key: 'closed', items: all.filter(({ closing }) => closing) },
    ].filter(({ items }) => items.length > 0);
  });

  constructor() {
    void this.loadFindings();
  }

  protected async loadFindings(): Promise<void> {
    const answer = await this.client.findings();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.findings.set(answer.value.items);
  }

  protected takeChanged(changed: Finding): void {
    this.findings.update((all) => all?.map((it) => (it.id === changed.id ? changed : it)) ?? null);
    this.news.set(this.t('audit.findings.sent', { reference: changed.reference }));
  }
}
