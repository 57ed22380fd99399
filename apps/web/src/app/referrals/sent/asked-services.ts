import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReferralEvent, SentReferral, SentReferrals } from '@repere/contract';
import { NEEDS } from '@repere/directory';
import { Language, SpaceTime } from '@repere/ui';
import { capacityPath, referralsPath } from '../../cases/case-paths';
import { ReferralsClient } from '../referrals-client';
import { isUnanswered } from './unanswered';

/** On the page of a case so many are named; the others are a press away. */
const SHOWN = 2;
/** Of what was asked for in words alone, so many. */
const WORDS = 8;

/** Those that stand there, in this order, each since the event that it is named by; `null`: it is over, or was a no. */
const GOING: Readonly<Record<SentReferral['state'], Going | null>> = {
  sent: { order: 0, since: 'sent' },
  received: { order: 0, since: 'sent' },
  'no-answer': { order: 0, since: 'sent' },
  'other-offer': { order: 1, since: 'other-offer' },
  accepted: { order: 2, since: 'accepted' },
  started: { order: 3, since: 'first-appointment' },
  refused: null,
  elsewhere: null,
  withdrawn: null,
  ended: null,
};

interface Going {
  readonly order: number;
  readonly since: ReferralEvent['kind'];
}

/**
 * On the page of a case, below the next step: which services were asked since when, until when they answer, and what follows when they
 * don't; which one offers something else, when the child is expected where somebody said yes, and who receives the child.
 */
@Component({
  selector: 'app-asked-services',
  imports: [RouterLink],
  template: `
    @if (
      going().length || open() || questions().length || prepared().length || unasked().length || toRead()
    ) {
      <section [attr.aria-label]="t('referrals.asked.title')">
        <ul>
          @if (toRead(); as n) {
            <li>
              <strong>{{ language.count('referrals.asked.to-read', n) }}</strong>
            </li>
          }
          @for (it of prepared(); track it.id) {
            <li>
              <strong>{{ it.to || t('referrals.prepared.nobody') }}</strong>
              &ngsp;<span>{{ t('referrals.prepared.not-sent') }}</span>
              @if (it.isDue) {
                &ngsp;<strong>{{ t('referrals.prepared.to-send') }}</strong>
              }
            </li>
          }
          @for (it of unasked(); track it.need) {
            <li>
              <strong>{{ it.need }}</strong>
              &ngsp;<span>{{ t('referrals.unasked.nobody') }}</span> &ngsp;<span>{{ it.due }}</span>
            </li>
          }
          @for (question of questions(); track $index) {
            <li>
              <strong>{{ question.need }}</strong>
              &ngsp;<span>{{ question.standing }}</span> &ngsp;<a [routerLink]="places()">{{
                question.asked
              }}</a>
            </li>
          }
          @for (referral of shown(); track referral.id) {
            <li>
              <strong>{{ referral.partner.name }}</strong>&ngsp;
              @if (referral.what; as what) {
                <span>{{ what }}</span>&ngsp;
              }
              <span>{{ t('referrals.state.' + referral.state) }}</span> &ngsp;<span>{{
                t('referrals.sent.since', { moment: time.moment(referral.since) })
              }}</span>
              @for (words of referral.next; track words) {
                &ngsp;<span>{{ words }}</span>
              }
            </li>
          }
          @if (open(); as n) {
            <li>
              <strong>{{ language.count('referrals.asked.open', n) }}</strong>
            </li>
          }
        </ul>
        <p>
          @if (waiting().length || isAsking()) {
            <span>{{ t('referrals.asked.silence') }}</span>
          }
          &ngsp;<a [routerLink]="referrals()">{{
            others() ? language.count('referrals.asked.others', others()) : t('referrals.sent.link')
          }}</a>
        </p>
      </section>
    }
  `,
  styles: `
    section {
      margin-block: 0.9rem;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li,
    p {
      margin: 0.25rem 0 0;
    }
    li > *,
    p > * {
      margin-inline-end: 0.5rem;
    }
    a {
      padding-block: 0.2rem;
    }
  `,
})
export class AskedServices {
  private readonly client = inject(ReferralsClient);
  protected readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  /** What is waited for, how much of it is late, and what nobody meets: for who has this folded away. */
  readonly counted = output<readonly string[]>();

  private readonly sent = signal<SentReferrals | null>(null);
  protected readonly referrals = computed(() => referralsPath(this.caseFileId()));
  protected readonly places = computed(() => capacityPath(this.caseFileId()));
  protected readonly waiting = computed(() =>
    (this.sent()?.needs ?? [])
      .filter(({ state }) => state === 'waiting' || state === 'open')
      .flatMap((need) => this.referralsOf(need).filter(isUnanswered))
      .toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt)),
  );
  /** Composed and not sent, of who may refer. */
  protected readonly prepared = computed(() => this.sent()?.prepared ?? []);
  /** Needs for which services were looked for and nobody was asked, by when. */
  protected readonly unasked = computed(() =>
    (this.sent()?.unasked ?? []).flatMap(({ need, dueAt }) =>
      dueAt === null
        ? []
        : [
            {
              need: this.language.localize(NEEDS[need].title),
              due: this.t('referrals.unasked.due', { moment: this.time.moment(dueAt) }),
            },
          ],
    ),
  );
  /** Questions for a place that go on: by when they are answered, and what is held. */
  protected readonly questions = computed(() =>
    (this.sent()?.questions ?? []).map(({ need, state, asked, dueAt }) => ({
      need: this.language.localize(NEEDS[need].title),
      standing:
        state === 'waiting'
          ? this.t('referrals.sent.due', { moment: this.time.moment(dueAt) })
          : this.t(`referrals.asked.question.${state}`),
      asked: this.language.count('referrals.asked.for-place', asked),
    })),
  );
  protected readonly isAsking = computed(() =>
    this.sent()?.questions.some(({ state }) => state === 'waiting'),
  );
  /** What was asked and goes on: once a service said yes as well. */
  protected readonly going = computed(() => {
    const answered = (this.sent()?.needs ?? [])
      .flatMap((need) => this.referralsOf(need))
      .filter((it) => !isUnanswered(it));
    return [...this.waiting(), ...answered]
      .flatMap((referral) => {
        const going = GOING[referral.state];
        return going === null ? [] : [{ referral, ...going }];
      })
      .toSorted((a, b) => a.order - b.order);
  });
  protected readonly shown = computed(() =>
    this.going()
      .slice(0, SHOWN)
      .map(({ referral, since }) => {
        const event = referral.events.findLast(({ kind }) => kind === since);
        return { ...referral, since: event?.at ?? referral.sentAt, next: this.nextOf(referral, event) };
      }),
  );
  protected readonly others = computed(() => Math.max(0, this.going().length - SHOWN));
  /** Needs that nobody is known to meet and for which nobody is asked. */
  protected readonly open = computed(() => (this.sent()?.needs ?? []).filter(({ isOpen }) => isOpen).length);

  /** Messages of services that nobody marked as read, of who may read them. */
  protected readonly toRead = computed(
    () =>
      (this.sent()?.needs ?? [])
        .flatMap(({ referrals }) => referrals.flatMap(({ messages }) => messages.items))
        .filter(({ from, seenAt, words }) => from === 'service' && seenAt === null && words !== null).length,
  );

  private readonly counts = computed(() => {
    const late = this.waiting().filter(({ state }) => state === 'no-answer').length;
    const questions = (this.sent()?.questions ?? []).filter(({ state }) => state === 'waiting').length;
    return [
      ['referrals.asked.to-read', this.toRead()],
      ['referrals.asked.expected', this.waiting().length + questions],
      ['referrals.asked.late', late],
      ['referrals.asked.offers', this.countOf('other-offer')],
      ['referrals.asked.arrivals', this.countOf('accepted')],
      ['referrals.asked.unasked', this.unasked().length],
      ['referrals.asked.open', this.open()],
      ['referrals.asked.to-send', this.prepared().length],
    ] as const;
  });

  constructor() {
    effect(() =>
      this.counted.emit(this.counts().flatMap(([key, n]) => (n > 0 ? [this.language.count(key, n)] : []))),
    );
    effect(() => {
      const id = this.caseFileId();
      untracked(() => void this.loadReferrals(id));
    });
  }

  /** Each with what was asked for; empty: not for this reader. */
  private referralsOf({ need, request, referrals }: SentReferrals['needs'][number]) {
    const what = need ? this.language.localize(NEEDS[need].title) : firstWords(request ?? '');
    return referrals.map((it) => ({ ...it, what }));
  }

  private countOf(state: SentReferral['state']): number {
    return this.going().filter(({ referral }) => referral.state === state).length;
  }

  /** What is to come of it, or to do. */
  private nextOf(referral: SentReferral, event: ReferralEvent | undefined): readonly string[] {
    if (isUnanswered(referral))
      return [this.t('referrals.sent.due', { moment: this.time.moment(referral.dueAt) })];
    if (referral.state === 'other-offer') return [this.t('referrals.asked.offered')];
    if (referral.state !== 'accepted') return [];
    const at = event?.expectedAt ?? null;
    const isToCome = at !== null && Date.parse(at) > this.time.now();
    return [
      ...(at === null ? [] : [this.t('referrals.said.expected', { moment: this.time.moment(at) })]),
      ...(isToCome ? [] : [this.t('referrals.asked.arrival')]),
    ];
  }

  /** Who may not read who was asked is told nothing of it here. */
  private async loadReferrals(id: string): Promise<void> {
    // Of another child nothing stays in sight.
    this.sent.set(null);
    const answer = await this.client.sent(id);
    if (answer.ok) this.sent.set(answer.value);
  }
}

function firstWords(text: string): string {
  const words = text.split(/\s+/);
  return words.length <= WORDS ? text : `${words.slice(0, WORDS).join(' ')}…`;
}
