import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '@repere/ui';
import type { TraceAnswer } from '@repere/contract';
import { answerLink } from '../protocol-paths';
import { TitlesInForce } from '../titles-in-force';

/** Something that answers or cites, in words, leading to it where it has a page. */
@Component({
  selector: 'app-answer-link',
  imports: [RouterLink],
  template: `
    <span class="kind">{{ t('protocols.answer.' + answer().kind) }}</span>&ngsp;
    @if (place(); as place) {
      <a [routerLink]="place.path" [fragment]="place.fragment">{{ localize(answer().title) }}</a>
    } @else {
      {{ localize(answer().title) }}
    }
    @if (within(); as title) {
      &ngsp;<span class="kind">{{ title }}</span>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    a {
      display: inline-block;
      min-block-size: 26px;
    }
    .kind {
      color: var(--rp-ink-soft);
      font-size: 0.92rem;
    }
  `,
})
export class AnswerLink {
  private readonly language = inject(Language);
  private readonly titles = inject(TitlesInForce);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly answer = input.required<TraceAnswer>();

  protected readonly place = computed(() => answerLink(this.answer()));
  protected readonly within = computed(() => {
    const { kind, protocol } = this.answer();
    return protocol === undefined || kind === 'protocol' ? null : `(${this.titles.titleOf(protocol)})`;
  });
}
