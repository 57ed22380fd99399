import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { NextStep } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/status';
import { OriginTag } from '@repere/ui/origin';
import { stepPath } from '../../case-paths';
import { dialAddress } from '../../on-call/dial-address';

/** One step to go on with: which, why, by when, and whom to call. */
@Component({
  selector: 'app-next-step-card',
  imports: [DeadlineLabel, Icon, MatButton, OriginTag, RouterLink],
  template: `
    <section class="next" aria-labelledby="next-title">
      <p class="eyebrow">{{ t('case.next.title') }}</p>
      <h2 id="next-title">{{ localize(next().title) }}</h2>
      @if (protocolTitle(); as protocol) {
        <p class="where">{{ localize(protocol) }}</p>
      }
      @for (why of reasons(); track $index) {
        <p class="why">{{ localize(why) }}</p>
      } @empty {
        <p class="why">{{ t('case.next.for-every-child') }}</p>
      }
      @if (letterSentAt(); as at) {
        <p class="why">{{ t('case.step.letter-sent', { moment: time.moment(at) }) }}</p>
      }
      <p class="when">
        @if (next().dueAt || next().atOnce) {
          <rp-deadline-label
            [dueAt]="next().dueAt"
            [lateFrom]="next().lateFrom ?? null"
            [atOnce]="next().atOnce ?? false"
            [owner]="next().band === 'others' ? 'outside' : 'ours'"
          />
        }
        @if (next().origin; as origin) {
          <rp-origin-tag [origin]="origin" />
        }
      </p>
      @if (calls().length) {
        <ul class="calls" [attr.aria-label]="t('case.next.calls')">
          @for (call of calls(); track $index) {
            <li>
              <rp-icon name="phone" />
              <span>{{ localize(call.title) }}</span>
              &ngsp;
              @if (call.phone; as phone) {
                <a [href]="call.href">{{ phone }}</a>
                @if (!call.isOpen) {
                  &ngsp;
                  <span>{{ t('case.next.closed') }}</span>
                }
              } @else {
                <span>{{ t('case.next.no-number') }}</span>
              }
            </li>
          }
        </ul>
      }
      <a matButton="filled" [routerLink]="path()" aria-describedby="next-title">{{ act() }}</a>
    </section>
  `,
  styleUrl: './next-step-card.scss',
})
export class NextStepCard {
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly caseFileId = input.required<string>();
  readonly next = input.required<NextStep>();
  readonly hasDraft = input(false);
  /** When a letter that does it left, and nobody has ended it since. */
  readonly letterSentAt = input<string | null>(null);
  /** Of the protocol that asks it. */
  readonly protocolTitle = input<NextStep['title'] | null>(null);

  /** Why this child, then what presses. */
  protected readonly reasons = computed(() => {
    const { grounds, why } = this.next();
    return [grounds, why].flatMap((it) => it ?? []);
  });
  /** Whom it says to call: of each, the number that answers now. */
  protected readonly calls = computed(() =>
    (this.next().calls ?? []).map(({ title, phones: [phone = null], isOpen }) => ({
      title,
      phone,
      isOpen,
      href: dialAddress(phone ?? ''),
    })),
  );
  protected readonly path = computed(() => stepPath(this.caseFileId(), this.next().runId, this.next().step));
  protected readonly act = computed(() => this.t(this.hasDraft() ? 'case.next.go-on' : 'case.next.begin'));
}
