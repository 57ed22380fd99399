import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem, ReferralAdditions } from '@repere/contract';
import { Language } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import { ReferralsClient } from '../referrals-client';
import { SentLineView } from '../lines/sent-line';
import { AdditionForm } from './addition-form';

/** What was recorded since of what a referral carries: sent line by line, or not at all. */
@Component({
  selector: 'app-additions-list',
  imports: [ActProblem, AdditionForm, MatButton, SentLineView],
  template: `
    <app-act-problem [problem]="problem()" />
    @if (additions(); as found) {
      <ul class="rp-list">
        @for (line of found.lines; track line.id) {
          <li>
            <app-sent-line [line]="line" />
            <button
              matButton="outlined"
              type="button"
              [attr.aria-label]="t('referrals.additions.act') + ' – ' + localize(line.title)"
              [attr.aria-expanded]="chosen() === line.id"
              (click)="chosen.set(chosen() === line.id ? null : line.id)"
            >
              {{ t('referrals.additions.act') }}
            </button>
            @if (chosen() === line.id) {
              <app-addition-form
                [caseFileId]="caseFileId()"
                [referralId]="referralId()"
                [lineId]="line.id"
                (sent)="showSent()"
              />
            }
          </li>
        } @empty {
          <li>{{ t('referrals.additions.none') }}</li>
        }
      </ul>
    }
    <p role="status">{{ news() }}</p>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4rem 1.25rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.6rem;
      border-block-start: 1px solid var(--rp-line);
    }
  `,
})
export class AdditionsList {
  private readonly client = inject(ReferralsClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize.bind(this.language);

  readonly caseFileId = input.required<string>();
  readonly referralId = input.required<string>();

  protected readonly additions = signal<ReferralAdditions | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  /** Of which line the form is open: one at a time, its fields have one name. */
  protected readonly chosen = signal<string | null>(null);

  constructor() {
    // Its case is bound once it stands.
    queueMicrotask(() => void this.loadAdditions());
  }

  protected async showSent(): Promise<void> {
    this.chosen.set(null);
    this.news.set(this.t('referrals.additions.done'));
    await this.loadAdditions();
  }

  private async loadAdditions(): Promise<void> {
    const answer = await this.client.listAdditions(this.caseFileId(), this.referralId());
    if (answer.ok) this.additions.set(answer.value);
    else this.problem.set(answer.problem);
  }
}
