import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { BREACH_COSTS } from '@repere/training';
import { Language } from '@repere/ui';
import { formatScenarioTime } from '../../protocols/examples/format-scenario-time';
import { PracticeSession } from '../practice/practice-session';

/** How the run went: each lost point with its moment, its step and its ground, what was won, what is to be said about it. Printable. */
@Component({
  selector: 'app-score-view',
  imports: [MatButton],
  templateUrl: './score-view.html',
  styleUrl: './score-view.scss',
})
export class ScoreView {
  protected readonly session = inject(PracticeSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly breachCosts = BREACH_COSTS;

  protected readonly score = computed(() => this.session.score());
  protected readonly parts = computed(() =>
    (this.score()?.parts ?? [])
      .filter(({ of, points }) => of > 0 || points !== 0)
      .map((it) => ({ ...it, title: this.t(`training.part.${it.part}`) })),
  );
  protected readonly lost = computed(() =>
    (this.score()?.lost ?? []).map((it) => ({
      ...it,
      title: this.localize(it.title),
      why: this.localize(it.why),
      part: this.t(`training.part.${it.part}`),
      cost: this.language.count('training.points', it.points),
      when: formatScenarioTime(it.at, this.session.zone(), this.language.current()),
      basis: it.basis.join(' · '),
      notes: this.notesAbout(it.key),
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

  private notesAbout(key: string): readonly string[] {
    const notes = this.session.practice()?.scenario.debrief ?? [];
    return notes.filter(({ about }) => about === key).map(({ says }) => this.localize(says));
  }
}
