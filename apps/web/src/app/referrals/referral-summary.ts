import { Component, computed, inject, input } from '@angular/core';
import type { FieldClass } from '@repere/access';
import type { ReceivedTerms, ReferableClass, ReferralPreview } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { TermsView } from './terms/terms-view';

/** Exactly what the partner will see, and what they will not, before it is opened to them. */
@Component({
  selector: 'app-referral-summary',
  imports: [TermsView],
  template: `
    <h3>{{ t('referrals.summary.title') }}</h3>
    <ul>
      <li>{{ t('referrals.summary.sees', { partner: partner(), classes: seen() }) }}</li>
      @if (preview()) {
        <li>
          {{ t('referrals.lines.choose') }}
          <!-- The boxes of the form: this says what comes of them. -->
          <ng-content />
        </li>
      } @else if (carried().length) {
        <li>{{ t('referrals.summary.not-read') }}</li>
      }
      @if (terms(); as terms) {
        <li>
          {{ t('referrals.summary.terms') }}
          <app-terms-view [terms]="terms" [childView]="view()" />
        </li>
      }
      <li>{{ t('referrals.summary.later') }}</li>
      <li>{{ t('referrals.summary.sees-not', { classes: unseen() }) }}</li>
      @if (until(); as until) {
        <li>{{ t('referrals.summary.until', { moment: time.moment(until) }) }}</li>
      }
      <li>{{ t('referrals.summary.recorded') }}</li>
    </ul>
  `,
  styles: `
    :host {
      display: block;
      padding-inline-start: 1rem;
      border-inline-start: 4px solid var(--rp-accent);
    }
    h3 {
      margin-block: 0 0.25rem;
    }
    ul {
      margin: 0;
      padding-inline-start: 1.25rem;
    }
  `,
})
export class ReferralSummary {
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly partner = input.required<string>();
  readonly classes = input.required<readonly ReferableClass[]>();
  readonly carried = input.required<readonly FieldClass[]>();
  readonly until = input.required<string | null>();
  /** Line by line, what would leave; `null`: it was not asked yet. */
  readonly preview = input.required<ReferralPreview | null>();

  /** Who was told, and the ground; `null` while something of it is missing. */
  readonly terms = input.required<Omit<ReceivedTerms, 'childView'> | null>();
  readonly view = input.required<ReceivedTerms['childView']>();

  protected readonly seen = computed(() => this.listClasses(true) || this.t('referrals.summary.nothing'));
  /** What is in no referral comes last. */
  protected readonly unseen = computed(() =>
    [this.listClasses(false), this.t('referrals.summary.never')].filter(Boolean).join(', '),
  );

  private listClasses(isCarried: boolean): string {
    return this.classes()
      .filter(({ fieldClass }) => this.carried().includes(fieldClass) === isCarried)
      .map(({ title }) => this.language.localize(title))
      .join(', ');
  }
}
