import { Component, inject, input } from '@angular/core';
import type { SentLine } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';

/** One line as it leaves: what it tells of, what it says, when it was noted. */
@Component({
  selector: 'app-sent-line',
  template: `
    <strong>{{ localize(line().title) }}</strong> {{ localize(line().shown) }}
    @if (line().at; as at) {
      <span class="rp-quiet">{{ t('referrals.case.at', { day: time.day(at) }) }}</span>
    }
  `,
  styles: `
    :host {
      overflow-wrap: anywhere;
    }
  `,
})
export class SentLineView {
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize.bind(this.language);

  readonly line = input.required<SentLine>();
}
