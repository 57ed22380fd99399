import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Problem, ReasonRating, WrittenReason } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { PartFold } from '../../platform/pages/part-fold';
import { ProblemLine } from '../../platform/problem-line';
import { GroupClient } from '../group-client';
import { RatingForm } from './rating-form';

/** Reasons that a class wrote, each with what whoever leads found in it; who leads rates them here, one after the other. */
@Component({
  selector: 'app-reason-list',
  imports: [MatButton, PartFold, ProblemLine, RatingForm, RouterLink],
  templateUrl: './reason-list.html',
  styles: `
    h2 {
      margin-block: 1.25rem 0.35rem;
      font-size: 1.15em;
    }
    p {
      margin-block: 0.25rem;
    }
    li {
      padding-block: 0.5rem;
    }
    .title {
      font-weight: 600;
    }
    .said {
      padding-inline-start: 0.75rem;
      border-inline-start: 3px solid var(--rp-line-strong);
    }
  `,
})
export class ReasonList {
  private readonly client = inject(GroupClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly reasons = input.required<readonly WrittenReason[]>();
  readonly caseFileId = input.required<string>();
  readonly mayRate = input.required<boolean>();
  readonly rated = output();

  /** The reason that is being rated. */
  protected readonly rating = signal<string | null>(null);
  protected readonly news = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lines = computed(() =>
    this.reasons().map((reason) => {
      const when = this.time.exactly(reason.at);
      const title = this.localize(reason.title);
      const act = this.t(reason.rating ? 'training.reasons.change' : 'training.reasons.rate');
      const who = reason.who ?? this.t('training.reasons.nobody');
      return {
        ...{ reason, title, act, found: this.formatRating(reason.rating) },
        by: this.t('training.reasons.by', { who, when }),
        labelled: this.t('training.reasons.labelled', { act, title, when }),
        said: reason.said.map(this.localize),
      };
    }),
  );

  protected toggle({ entryId }: WrittenReason): void {
    this.rating.update((open) => (open === entryId ? null : entryId));
  }

  protected done({ title }: WrittenReason, isTakenBack = false): void {
    const said = isTakenBack ? 'training.reasons.taken-back' : 'training.reasons.saved';
    this.rating.set(null);
    this.problem.set(null);
    this.news.set(this.t(said, { title: this.localize(title) }));
    this.rated.emit();
  }

  private refused: WrittenReason | null = null;

  protected async takeBackAgain(): Promise<void> {
    if (this.refused) await this.takeBack(this.refused);
  }

  protected async takeBack(reason: WrittenReason): Promise<void> {
    this.refused = reason;
    const answer = await this.client.takeRatingBack(reason.entryId);
    if (answer.ok) this.done(reason, true);
    else this.problem.set(answer.problem);
  }

  private formatRating(rating: ReasonRating | null): readonly string[] {
    if (!rating) return [this.t('training.reasons.unrated')];
    const list = (criteria: ReasonRating['met']): string =>
      criteria.map((it) => this.t(`training.reasons.criterion.${it}`)).join(' · ');
    return [
      ...(rating.met.length ? [this.t('training.reasons.met', { criteria: list(rating.met) })] : []),
      ...(rating.missing.length
        ? [this.t('training.reasons.missing', { criteria: list(rating.missing) })]
        : []),
      ...(rating.note === null ? [] : [this.t('training.reasons.note-said', { note: rating.note })]),
    ];
  }
}
