import { Component, inject, signal } from '@angular/core';
import type { AccountChange, Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { AdministrationClient } from '../administration-client';
import { AdministrationTabs } from '../administration-tabs';
import { ChangeCard } from './change-card';

/** Changes that take two administrators, and wait for the second. */
@Component({
  selector: 'app-changes-page',
  imports: [AdministrationTabs, ChangeCard, EmptyState, PageHeading, ProblemLine],
  template: `
    <div class="rp-page">
      <app-administration-tabs />
      <h1 appPageHeading>{{ t('administration.changes.title') }}</h1>
      <p class="rp-lead">{{ t('administration.changes.lead') }}</p>
      <app-problem-line [problem]="problem()" (again)="loadChanges()" />
      @if (changes(); as list) {
        @if (list.length) {
          <ul class="rp-list">
            @for (change of list; track change.id) {
              <li><app-change-card [change]="change" (decided)="loadChanges()" /></li>
            }
          </ul>
        } @else {
          <rp-empty-state [title]="t('administration.changes.none')">
            {{ t('administration.changes.none-why') }}
          </rp-empty-state>
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
      padding-block: 1rem;
      border-block-start: 1px solid var(--rp-line);
    }
  `,
})
export class ChangesPage {
  private readonly client = inject(AdministrationClient);
  protected readonly t = inject(Language).t;

  protected readonly changes = signal<readonly AccountChange[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    void this.loadChanges();
  }

  protected async loadChanges(): Promise<void> {
    const answer = await this.client.changes();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.changes.set(answer.value.items);
  }
}
