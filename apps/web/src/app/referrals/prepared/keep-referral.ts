import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Language, SpaceTime } from '@repere/ui';
import { referralsPath } from '../../cases/case-paths';
import { ActProblem } from '../../platform/act-problem';
import type { Keeping } from './keeping';

/** Keeps a referral without sending it, and says that it was not sent. */
@Component({
  selector: 'app-keep-referral',
  imports: [ActProblem, MatButton, RouterLink],
  template: `
    <button matButton="outlined" type="button" aria-describedby="keep-hint" (click)="keep.emit()">
      {{ t('referrals.prepared.keep') }}
    </button>
    <p id="keep-hint" class="rp-hint">{{ t('referrals.prepared.keep-hint') }}</p>
    <p role="status">
      @if (keeping().isKept()) {
        {{ t('referrals.prepared.kept') }}
        <a [routerLink]="referrals()">{{ t('referrals.sent.link') }}</a>
      }
    </p>
    @if (keeping().isForNobody()) {
      <p role="alert">{{ t('referrals.prepared.who-missing') }}</p>
    }
    <app-act-problem [problem]="keeping().problem()" />
  `,
  styles: `
    :host {
      display: block;
      margin-block-start: 1rem;
    }
    p {
      margin-block: 0.25rem;
    }
  `,
})
export class KeepReferral {
  protected readonly t = inject(Language).t;
  readonly caseFileId = input.required<string>();
  readonly keeping = input.required<Keeping>();
  readonly keep = output();
  protected readonly referrals = computed(() => referralsPath(this.caseFileId()));
}

/** Since when, by whom, and what keeps it from being sent, above the form that goes on from it. */
@Component({
  selector: 'app-resumed-note',
  template: `
    @if (keeping().resumed()?.prepared; as it) {
      <p>
        {{ t('referrals.prepared.resumed', { by: it.by, moment: time.moment(it.at) }) }}
      </p>
      @if (it.bar; as bar) {
        <p role="alert">
          <strong>{{ it.to }}</strong> – {{ t('referrals.prepared.bar.' + bar) }}
        </p>
      }
    }
  `,
})
export class ResumedNote {
  protected readonly t = inject(Language).t;
  protected readonly time = inject(SpaceTime);
  readonly keeping = input.required<Keeping>();
}
