import { Component, computed, inject, input } from '@angular/core';
import type { ReceivedTerms } from '@repere/contract';
import { sharingGroundWords } from '@repere/privacy';
import { Language } from '@repere/ui';
import type { readBasis } from '../../privacy/case/typed-basis';

/** Before anybody is called: who knows of it, what the child says, and on which ground it was told. */
@Component({
  selector: 'app-terms-view',
  template: `
    @if (terms(); as terms) {
      <p [class.warns]="terms.parents === 'no'">
        <strong>{{ t('referrals.terms.parents.' + terms.parents) }}</strong>
      </p>
      <p>{{ t('referrals.terms.child.' + terms.child) }}</p>
      @if (view(); as view) {
        <p>
          {{ t('referrals.terms.view.' + view.kind) }} <span class="words">{{ view.words }}</span>
        </p>
      } @else if (view() === null) {
        <p>{{ t('referrals.terms.view.unknown') }}</p>
      }
      <p class="rp-quiet">
        {{ localize(terms.ground) }}
        {{ t('referrals.terms.bound.' + (terms.isBound ? 'yes' : 'no')) }}
      </p>
    } @else {
      <p class="warns">
        <strong>{{ t('referrals.terms.unknown') }}</strong>
      </p>
    }
  `,
  styles: `
    p {
      margin-block: 0.25rem;
    }
    .warns {
      padding-inline-start: 0.75rem;
      border-inline-start: 4px solid var(--rp-error);
    }
    .words {
      white-space: pre-line;
    }
  `,
})
export class TermsView {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  /** `null`: nothing of it can be read any more. */
  readonly terms = input.required<Omit<ReceivedTerms, 'childView'> | null>();
  /** What the child says; `null`: nothing was noted; left out: not shown here. */
  readonly childView = input<ReceivedTerms['childView']>();

  protected readonly view = computed(() => {
    const view = this.childView();
    if (!view) return view;
    return 'said' in view ? { kind: 'said', words: view.said } : { kind: 'whyNot', words: view.whyNot };
  });
}

/** What is typed, as whoever receives it will read it: why somebody was not told stays ours. */
export const typedTerms = ({
  ground,
  isBound,
  child,
  parents,
}: NonNullable<ReturnType<typeof readBasis>>): Omit<ReceivedTerms, 'childView'> => ({
  ...{ ground: sharingGroundWords(ground), isBound },
  ...{ child: child.told, parents: parents.told },
});
