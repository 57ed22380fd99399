import { Component, computed, inject, input } from '@angular/core';
import { BREACH_COSTS, type ScorePart } from '@repere/training';
import { Language } from '@repere/ui';

/** A score in figures: so many points of so many, and of each part. */
export interface CountedScore {
  readonly points: number;
  readonly of: number;
  readonly percent: number;
  /** Of what is expected by a moment that has not come. */
  readonly open: number;
  /** Of the space’s class: nobody rated them. */
  readonly unratedReasons: number;
  readonly parts: readonly { readonly part: ScorePart; readonly points: number; readonly of: number }[];
}

/** The score at a look: the whole, how it is counted, and each part of which there is something. */
@Component({
  selector: 'app-score-figures',
  template: `
    @if (score().of > 0) {
      <p class="figure">
        <strong>{{ score().percent }} %</strong>
        <span>{{ t('training.points-of', { points: score().points, of: score().of }) }}</span>
      </p>
    } @else {
      <p class="figure">{{ t('training.nothing-counts') }}</p>
    }
    @if (score().open > 0) {
      <p>{{ count('training.open-points', score().open) }}</p>
    }
    <p class="rp-quiet">{{ t('training.formula', { n: breachCosts }) }}</p>
    @if (score().unratedReasons > 0) {
      <p>{{ count('training.unrated', score().unratedReasons) }}</p>
    }
    <table>
      <caption class="rp-out-of-sight">
        {{
          t('training.score')
        }}
      </caption>
      <tbody>
        @for (part of parts(); track part.part) {
          <tr>
            <th scope="row">{{ t('training.part.' + part.part) }}</th>
            <td>
              {{ part.of > 0 ? t('training.points-of', { points: part.points, of: part.of }) : part.points }}
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './score-figures.scss',
})
export class ScoreFigures {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly count = this.language.count;
  protected readonly breachCosts = BREACH_COSTS;

  readonly score = input.required<CountedScore>();

  protected readonly parts = computed(() =>
    this.score().parts.filter(({ of, points }) => of > 0 || points !== 0),
  );
}
