import { Component, computed, inject } from '@angular/core';
import type { PracticeMoment } from '@repere/training';
import { Language } from '@repere/ui';
import { formatScenarioTime } from '../../protocols/examples/format-scenario-time';
import { PracticeSession } from './practice-session';

/** What happened in this run, moment by moment, and the other runs: nothing that was done is taken back, who goes back takes a branch. */
@Component({
  selector: 'app-practice-moments',
  templateUrl: './moment-list.html',
  styleUrl: './moment-list.scss',
})
export class PracticeMoments {
  protected readonly session = inject(PracticeSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  protected readonly moments = computed(() =>
    this.session.moments().map((moment) => ({
      place: moment.place,
      when: this.formatMoment(moment.at),
      what: this.whatOf(moment),
      isShown: moment.place === this.session.place(),
    })),
  );
  protected readonly branches = computed(() =>
    this.session.branches().map(({ id, left, proposed, practice }) => ({
      id,
      isCurrent: id === this.session.branch()?.id,
      name: this.nameOf(id, proposed?.title),
      about:
        left === null
          ? ''
          : this.t('training.left', { branch: this.nameOf(left.branch), moment: this.formatMoment(left.at) }),
      now: this.formatMoment(practice.now),
    })),
  );
  protected readonly proposed = computed(() => this.session.practice()?.scenario.branches ?? []);
  protected readonly shows = computed(() => this.session.branch()?.proposed?.shows ?? null);

  private nameOf(id: number, title = this.session.branches()[id]?.proposed?.title): string {
    const name = id === 0 ? this.t('training.first-run') : this.t('training.branch', { n: id });
    return title ? this.language.labelled(name, this.localize(title)) : name;
  }

  private whatOf({ arrived, entries, refused, act, place }: PracticeMoment): string {
    if (place === 0) return this.t('training.begins');
    const [beat] = arrived;
    if (beat) return this.localize(beat.beat.title);
    if (refused.length > 0) return this.t('training.refused');
    const said = entries.map(({ who, what }) =>
      [who ? this.localize(who) : '', this.localize(what)].filter(Boolean).join(' '),
    );
    if (said.length > 0) return this.language.listed(said);
    return this.t(
      act?.kind === 'answer'
        ? 'training.answered'
        : act?.kind === 'tick'
          ? 'training.seen'
          : 'training.time-passed',
    );
  }

  private formatMoment(at: number): string {
    return formatScenarioTime(at, this.session.zone(), this.language.current());
  }
}
