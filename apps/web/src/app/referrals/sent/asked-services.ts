import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SentReferral, SentReferrals } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { referralsPath } from '../../cases/case-paths';
import { ReferralsClient } from '../referrals-client';

const WAITS: readonly SentReferral['state'][] = ['sent', 'received', 'no-answer'];

/** On the page of a case: which services were asked since when, until when they answer, and what follows when they don't. */
@Component({
  selector: 'app-asked-services',
  imports: [RouterLink],
  template: `
    @if (waiting().length || open()) {
      <h3>{{ t('referrals.asked.title') }}</h3>
      <ul>
        @for (referral of waiting(); track referral.id) {
          <li>
            <strong>{{ referral.partner.name }}</strong>
            &ngsp;<span>{{ t('referrals.state.' + referral.state) }}</span> &ngsp;<span>{{
              t('referrals.sent.since', { moment: time.moment(referral.sentAt) })
            }}</span>
            &ngsp;<span>{{ t('referrals.sent.due', { moment: time.moment(referral.dueAt) }) }}</span>
            &ngsp;<span>{{ t('referrals.asked.silence') }}</span>
          </li>
        }
        @if (open(); as n) {
          <li>
            <strong>{{ language.count('referrals.asked.open', n) }}</strong>
          </li>
        }
      </ul>
      <p>
        <a [routerLink]="referrals()">{{ t('referrals.sent.link') }}</a>
      </p>
    }
  `,
  styles: `
    h3 {
      margin: 0.8rem 0 0.1rem;
      font-size: 1rem;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.1rem 1rem;
      padding-block: 0.4rem;
      border-block-start: 1px solid var(--rp-line);
    }
    p {
      margin: 0;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 40px;
    }
  `,
})
export class AskedServices {
  private readonly client = inject(ReferralsClient);
  protected readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();

  private readonly sent = signal<SentReferrals | null>(null);
  protected readonly referrals = computed(() => referralsPath(this.caseFileId()));
  protected readonly waiting = computed(() =>
    (this.sent()?.needs ?? [])
      .filter(({ state }) => state === 'waiting' || state === 'open')
      .flatMap((need) => need.referrals.filter(({ state }) => WAITS.includes(state))),
  );
  /** Needs that nobody is known to meet and for which nobody is asked. */
  protected readonly open = computed(() => (this.sent()?.needs ?? []).filter(({ isOpen }) => isOpen).length);

  constructor() {
    effect(() => {
      const id = this.caseFileId();
      untracked(() => void this.loadReferrals(id));
    });
  }

  /** Who may not read who was asked is told nothing of it here. */
  private async loadReferrals(id: string): Promise<void> {
    const answer = await this.client.sent(id);
    if (answer.ok) this.sent.set(answer.value);
  }
}
