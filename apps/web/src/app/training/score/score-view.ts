import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { groupLost } from '@repere/training';
import { type BothLanguages, Language } from '@repere/ui';
import { formatScenarioTime } from '../../protocols/examples/format-scenario-time';
import { PracticeSession } from '../practice/practice-session';
import { LostPointView } from './lost-point-view';
import { ScoreFigures } from './score-figures';

/** How the run went: each lost point with its moment, its step and its ground, what was won, what is to be said about it. Printable. */
@Component({
  selector: 'app-score-view',
  imports: [LostPointView, MatButton, ScoreFigures],
  templateUrl: './score-view.html',
  styleUrl: './score-view.scss',
})
export class ScoreView {
  protected readonly session = inject(PracticeSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  protected readonly score = computed(() => this.session.score());
  protected readonly lost = computed(() =>
    groupLost(this.score()?.lost ?? []).map((it) => ({
      ...it,
      protocols: (it.places ?? []).map(({ protocol }) => protocol),
      when: formatScenarioTime(it.at, this.session.zone(), this.language.current()),
      notes: it.keys.flatMap((key) => this.notesAbout(key)),
    })),
  );
  protected readonly met = computed(() =>
    (this.score()?.met ?? []).map(({ key, title, at }) => ({
      key,
      title: this.localize(title),
      when: formatScenarioTime(at, this.session.zone(), this.language.current()),
    })),
  );
  protected readonly notes = computed(() =>
    (this.session.practice()?.scenario.debrief ?? [])
      .filter(({ about }) => about === undefined)
      .map(({ says, basis }) => ({ says: this.localize(says), basis: (basis ?? []).join(' · ') })),
  );
  protected readonly timeline = computed(() =>
    this.session
      .moments()
      .flatMap(({ at, entries }) => entries.map(({ who, what }) => ({ at, who, what })))
      .map(({ at, who, what }) => ({
        when: formatScenarioTime(at, this.session.zone(), this.language.current()),
        what: [who ? this.localize(who) : '', this.localize(what)].filter(Boolean).join(' '),
      })),
  );

  protected showMomentAt(at: number): void {
    this.session.goOn();
    this.session.showMomentAt(at);
  }

  protected print(): void {
    window.print();
  }

  private notesAbout(key: string): readonly BothLanguages[] {
    const notes = this.session.practice()?.scenario.debrief ?? [];
    return notes.filter(({ about }) => about === key).map(({ says }) => says);
  }
}
