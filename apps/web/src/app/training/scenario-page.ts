import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, Language } from '@repere/ui';
import { Banner } from '@repere/ui/feedback';
import { PageHeading } from '../platform/pages/page-heading';
import { ProblemLine } from '../platform/problem-line';
import { PracticeDueList } from './practice/due-list';
import { PracticeMoments } from './practice/moment-list';
import { PracticeSession } from './practice/practice-session';
import { ScenarioPanel } from './practice/scenario-panel';
import { PracticeTimeBar } from './practice/time-bar';
import { OutOfForceLines } from './scenarios/out-of-force';
import { ScoreView } from './score/score-view';

/** A fictional child's story, played here by the engine itself: tell, act, let time run, go back by a branch, and see how it went. */
@Component({
  selector: 'app-scenario-page',
  imports: [
    Banner,
    Icon,
    OutOfForceLines,
    PageHeading,
    PracticeDueList,
    PracticeMoments,
    ScenarioPanel,
    PracticeTimeBar,
    ProblemLine,
    RouterLink,
    ScoreView,
  ],
  providers: [PracticeSession],
  templateUrl: './scenario-page.html',
  styleUrl: './scenario-page.scss',
  host: { '[class.projected]': 'isProjected()', '(document:keydown)': 'steer($event)' },
})
export class ScenarioPage {
  protected readonly session = inject(PracticeSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  private readonly clock = viewChild(PracticeTimeBar);

  // From the address.
  readonly scenario = input.required<string>();

  protected readonly isProjected = signal(false);
  protected readonly title = computed(() => {
    const scenario = this.session.scenario();
    return scenario ? this.localize(scenario.title) : this.t('training.titles.scenario');
  });
  protected readonly cast = computed(() => this.session.practice()?.scenario.cast ?? []);

  constructor() {
    effect(() => {
      const id = this.scenario();
      untracked(() => void this.session.openScenario(id));
    });
  }

  protected again(): void {
    void this.session.openScenario(this.scenario());
  }

  /** Single keys, only while projecting, and never where somebody types. */
  protected steer(event: KeyboardEvent): void {
    const isTyping =
      event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
    if (!this.isProjected() || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    const act = this.keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  private readonly keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => this.session.showMoment(this.session.place() - 1),
    ArrowRight: () => this.session.showMoment(this.session.place() + 1),
    m: () => this.clock()?.performModel(),
    h: () => this.clock()?.wait('hour'),
    j: () => this.clock()?.wait('day'),
    d: () => this.clock()?.waitForDeadline(),
    Escape: () => this.isProjected.set(false),
  };
}
