import { Component, computed, inject, input } from '@angular/core';
import type { AskedCapacity } from '@repere/contract';
import { GENDER_WORDS } from '@repere/cases';
import { NEEDS } from '@repere/directory';
import { capitalised, Language, languageName, SpaceTime } from '@repere/ui';

/** A question for a place as it goes out: what, for what age, when; nobody is named. */
@Component({
  selector: 'app-asked-question',
  template: `
    <p class="what">
      <strong>{{ need() }}</strong>. {{ rest() }}
    </p>
    <p class="rp-quiet">{{ t('capacity.question.due', { moment: time.moment(question().dueAt) }) }}</p>
  `,
  styles: `
    p {
      margin-block: 0.2rem;
    }
    .what {
      font-size: 1.05rem;
    }
  `,
})
export class AskedQuestion {
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly question =
    input.required<Pick<AskedCapacity, 'need' | 'ages' | 'sex' | 'languages' | 'wanted' | 'dueAt'>>();

  protected readonly need = computed(() => this.language.localize(NEEDS[this.question().need].title));
  protected readonly rest = computed(() => {
    const { ages, sex, languages, wanted } = this.question();
    const said = [
      this.t(`capacity.wanted.${wanted}`),
      ages ? this.t('capacity.question.ages', ages) : this.t('capacity.question.any-age'),
      sex ? this.language.localize(GENDER_WORDS[sex]) : this.t('capacity.question.any-sex'),
      ...(languages.length
        ? [
            this.t('capacity.question.language', {
              names: languages.map((it) => languageName(it, this.language.current())).join(', '),
            }),
          ]
        : []),
    ];
    return `${capitalised(said.join(', '))}.`;
  });
}
