import { Component, computed, inject, input, output } from '@angular/core';
import { isRedacted } from '@repere/cases';
import type { Sharing } from '@repere/contract';
import { FIELD_CLASS_CONTENTS } from '@repere/access';
import { Language, SpaceTime, capitalised } from '@repere/ui';
import { formatDate } from '../format-date';

/** One line of what was told: to whom, on which ground, of which classes, who knew of it first, and the answer. */
@Component({
  selector: 'app-sharing-line',
  styles: `
    p {
      margin-block-end: 0.35rem;
    }
  `,
  template: `
    <h3 [id]="'sharing-' + sharing().id">{{ day() }} · {{ toWhom() }}</h3>
    @if (sharing().correctedBy) {
      <p>
        <strong>{{ t('privacy.sharing.corrected') }}</strong>
      </p>
    }
    @if (sharing().corrects) {
      <p>
        <strong>{{ t('privacy.sharing.correction') }}</strong>
      </p>
    }
    <p>{{ localize(sharing().groundWords) }}</p>
    @if (classes(); as classes) {
      <p>{{ t('privacy.sharing.of', { classes }) }}</p>
    }
    @if (content(); as content) {
      <p>{{ content.what }}</p>
      @if (content.until; as until) {
        <p>{{ t('privacy.sharing.how.referral', { moment: time.moment(until) }) }}</p>
      }
      <p>{{ t('privacy.sharing.needed') }} {{ content.why }}</p>
      <p>
        {{ t('privacy.sharing.child.' + content.child.told) }} {{ content.child.why }}
        {{ t('privacy.sharing.parents.' + content.parents.told) }} {{ content.parents.why }}
      </p>
      @if (content.childView; as view) {
        <p>
          @if ('said' in view) {
            {{ t('privacy.sharing.view.said') }} {{ view.said }}
          } @else {
            {{ t('privacy.sharing.view.whyNot') }} {{ view.whyNot }}
          }
        </p>
      }
      @if (content.answer) {
        <p>{{ t('privacy.sharing.answered') }} {{ content.answer }}</p>
      }
    }
    <p class="rp-quiet">
      {{ t('privacy.sharing.by', { name: by(), when: time.exactly(sharing().recordedAt) }) }}
    </p>
    @if (mayCorrect()) {
      <p>
        <button class="rp-link" type="button" (click)="correct.emit()">
          {{ t('privacy.sharing.correct', { day: day() }) }}
        </button>
      </p>
    }
  `,
})
export class SharingLine {
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly sharing = input.required<Sharing>();
  readonly mayCorrect = input(false);
  readonly correct = output<void>();

  protected readonly content = computed(() => {
    const { content } = this.sharing();
    return content && !isRedacted(content) ? content : null;
  });
  protected readonly by = computed(() => {
    const { by } = this.sharing();
    return isRedacted(by) ? this.t('case.name-redacted') : by.name;
  });
  protected readonly day = computed(() => formatDate(this.sharing().at, this.language.current()));
  protected readonly toWhom = computed(() => {
    const content = this.content();
    if (content) return [content.toWhom, content.service].filter(Boolean).join(', ');
    return this.t(this.sharing().content ? 'case.redacted' : 'privacy.sharing.gone');
  });
  protected readonly classes = computed(() =>
    this.sharing()
      .classes.map((it) => capitalised(this.language.localize(FIELD_CLASS_CONTENTS[it])))
      .join(', '),
  );
}
