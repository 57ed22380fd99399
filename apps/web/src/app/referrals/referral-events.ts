import { Component, computed, inject, input } from '@angular/core';
import type { ReferralEvent } from '@repere/contract';
import { ANSWER_REASONS } from '@repere/directory';
import { Language, SpaceTime } from '@repere/ui';

const BY_LINK: readonly ReferralEvent['kind'][] = [
  'received',
  'accepted',
  'refused',
  'other-offer',
  'elsewhere',
];

/** What happened to a referral, line by line: when, what, by whom, and what was said. */
@Component({
  selector: 'app-referral-events',
  template: `
    <ol>
      @for (line of lines(); track $index) {
        <li>
          <strong>{{ line.what }}</strong> {{ line.when }}
          @for (said of line.said; track said) {
            <span class="said">{{ said }}</span>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0.25rem 0;
      padding-inline-start: 1.2rem;
      line-height: 1.45;
    }
    .said {
      display: block;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class ReferralEvents {
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly events = input.required<readonly ReferralEvent[]>();
  /** Of a service without account: what nobody of ours says, it said by its link. */
  readonly hasLink = input(false);

  protected readonly lines = computed(() =>
    this.events().map(({ kind, at, by, reason, expectedAt, words, byWhen, whomToCall }) => ({
      what: this.t(`referrals.event.${kind}`),
      when: [
        this.time.moment(at),
        by ?? (this.hasLink() && BY_LINK.includes(kind) ? this.t('referrals.said.link') : null),
      ]
        .filter(Boolean)
        .join(' · '),
      said: [
        ...(reason ? [this.language.localize(ANSWER_REASONS[reason])] : []),
        ...(words ? [words] : []),
        ...(expectedAt ? [this.t('referrals.said.expected', { moment: this.time.moment(expectedAt) })] : []),
        ...(byWhen ? [this.t('referrals.said.by-when', { when: byWhen })] : []),
        ...(whomToCall ? [this.t('referrals.said.call-back', { whom: whomToCall })] : []),
      ],
    })),
  );
}
