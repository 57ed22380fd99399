import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { SentReferrals } from '@repere/contract';
import { ANSWER_REASONS, NEEDS } from '@repere/directory';
import { Language, SpaceTime } from '@repere/ui';
import { servicesPath } from '../../cases/case-paths';
import { CloseUnaskedForm } from './close-unasked-form';

/** Needs for which services were looked for and nobody was asked: by when, or who said what of them when, also where that ended it. */
@Component({
  selector: 'app-unasked-needs',
  imports: [CloseUnaskedForm, MatButton, RouterLink],
  template: `
    @for (it of unasked(); track it.need) {
      <section [attr.aria-labelledby]="'unasked-title-' + it.need" [class.open]="!it.isOver">
        <h2 [id]="'unasked-title-' + it.need">{{ titleOf(it) }}</h2>
        @if (it.dueAt) {
          <p>
            <strong>{{ t('referrals.unasked.waits') }}</strong>
            {{ t('referrals.unasked.due', { moment: time.moment(it.dueAt) }) }}
          </p>
        } @else if (it.said) {
          <p>{{ t(it.isOver ? 'referrals.unasked.over' : 'referrals.unasked.unmet') }}</p>
        }
        @if (it.said; as said) {
          <p>{{ wordsOf(said) }}</p>
        }
        @if (mayRefer() && !it.isOver) {
          <p class="rp-acts">
            <a matButton="filled" [routerLink]="services()">{{ t('referrals.unasked.look') }}</a>
          </p>
          <app-close-unasked-form [caseFileId]="caseFileId()" [need]="it.need" (closed)="closed.emit()" />
        }
      </section>
    }
  `,
  styles: `
    section {
      margin-block-start: 2rem;
    }
    section.open {
      padding-inline-start: 1rem;
      border-inline-start: 4px solid var(--rp-accent);
    }
    h2 {
      margin: 0;
      font-size: 1.2rem;
      overflow-wrap: anywhere;
    }
    p {
      overflow-wrap: anywhere;
    }
  `,
})
export class UnaskedNeeds {
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  readonly unasked = input.required<SentReferrals['unasked']>();
  readonly mayRefer = input.required<boolean>();
  readonly closed = output();

  protected readonly services = computed(() => servicesPath(this.caseFileId()));

  protected titleOf({ need }: SentReferrals['unasked'][number]): string {
    return this.language.localize(NEEDS[need].title);
  }

  protected wordsOf({ reason, by, at }: NonNullable<SentReferrals['unasked'][number]['said']>): string {
    const said = { reason: this.language.localize(ANSWER_REASONS[reason]), moment: this.time.moment(at) };
    return by
      ? this.t('referrals.unasked.said', { ...said, by })
      : this.t('referrals.unasked.said-by-somebody', said);
  }
}
