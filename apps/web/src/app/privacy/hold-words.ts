import { Component, computed, inject, input } from '@angular/core';
import { isRedacted, type Shown } from '@repere/cases';
import type { LegalHold, Named } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { shownName } from '../cases/shown-name';
import { formatDate } from './format-date';

/** Why a case is held, since when and by whom; and why no more. */
@Component({
  selector: 'app-hold-words',
  template: `
    <p>
      <strong>{{ t(hold().liftedAt ? 'privacy.hold.over' : 'privacy.held') }}</strong>
      {{ words(hold().reason) }}
    </p>
    <p class="rp-quiet">
      {{ t('privacy.hold.by', { name: name(hold().setBy), when: time.exactly(hold().setAt) }) }}
    </p>
    @if (hold().reviewOn; as day) {
      <p>{{ t('privacy.hold.review-on', { day: formatDate(day, language.current()) }) }}</p>
    }
    @if (lifted(); as lifted) {
      <p class="rp-quiet">{{ lifted }}</p>
    }
  `,
})
export class HoldWords {
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly formatDate = formatDate;
  protected readonly time = inject(SpaceTime);

  readonly hold = input.required<LegalHold>();

  protected readonly lifted = computed(() => {
    const { liftedBy, liftedAt, whyLifted } = this.hold();
    if (!liftedBy || liftedAt === null) return null;
    const by = this.t('privacy.hold.lifted-by', {
      name: this.name(liftedBy),
      when: this.time.exactly(liftedAt),
    });
    return [by, whyLifted && this.words(whyLifted)].filter(Boolean).join(' ');
  });

  protected words(said: Shown<string>): string {
    return shownName(said, this.t('case.redacted'));
  }

  protected name(person: Shown<Named>): string {
    return isRedacted(person) ? this.t('case.name-redacted') : person.name;
  }
}
