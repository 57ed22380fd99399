import { Component, computed, inject, input } from '@angular/core';
import type { CurriculumItem } from '@repere/contract';
import { Language } from '@repere/ui';
import { TitlesInForce } from '../../protocols/titles-in-force';

/** What should have been practised: in which protocol, for how long it holds, which version asks for it again. */
@Component({
  selector: 'app-curriculum-list',
  template: `
    <ul class="rp-list">
      @for (line of lines(); track line.id) {
        <li>
          <strong>{{ line.title }}</strong>
          <p>{{ line.about }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    .rp-list > li {
      padding-block: 0.35rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class CurriculumList {
  private readonly language = inject(Language);
  private readonly titles = inject(TitlesInForce);

  readonly items = input.required<readonly CurriculumItem[]>();

  protected readonly lines = computed(() => {
    const { t, count } = this.language;
    return this.items().map(({ id, title, protocol, version, months, renews, isAsked }) => {
      const word = version === null ? 'training.team.item-none' : 'training.team.item';
      const said = { title: this.language.localize(title), protocol: this.titles.titleOf(protocol) };
      return {
        id,
        title: t(word, { ...said, version: version ?? '' }),
        about: [
          count('training.team.months', months),
          t(`training.team.renews.${renews}`),
          ...(isAsked ? [t('training.team.asked')] : []),
        ].join(' '),
      };
    });
  });
}
