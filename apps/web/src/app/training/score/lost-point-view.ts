import { Component, computed, inject, input } from '@angular/core';
import type { ScorePart } from '@repere/training';
import { type BothLanguages, Language } from '@repere/ui';

/** What was lost, why, and on what ground. */
export interface ShownLostPoint {
  readonly title: BothLanguages;
  readonly why: BothLanguages;
  /** That ask for the act; none: it is no step. */
  readonly protocols: readonly BothLanguages[];
  readonly parts: readonly ScorePart[];
  readonly points: number;
  readonly basis: readonly string[];
}

/** One lost point, with what is to be said about it; ways to its moment and its step stand between. */
@Component({
  selector: 'app-lost-point-view',
  template: `
    <p class="title">{{ localize(point().title) }}</p>
    <p>{{ localize(point().why) }}</p>
    <p class="about">
      @for (protocol of point().protocols; track $index) {
        <span>{{ localize(protocol) }}</span>
      }
      @for (part of point().parts; track part) {
        <span>{{ t('training.part.' + part) }}</span>
      }
      <span>{{ cost() }}</span>
      <ng-content />
      @if (point().basis.length) {
        <span>{{ t('training.grounds', { codes: point().basis.join(' · ') }) }}</span>
      }
    </p>
    @for (note of notes(); track $index) {
      <p class="note">{{ localize(note) }}</p>
    }
  `,
  styleUrl: './lost-point-view.scss',
})
export class LostPointView {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly point = input.required<ShownLostPoint>();
  readonly notes = input.required<readonly BothLanguages[]>();

  protected readonly cost = computed(() => this.language.count('training.points', this.point().points));
}
