import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Problem, Score } from '@repere/contract';
import { groupLost } from '@repere/training';
import { Language, SpaceTime } from '@repere/ui';
import { Session } from '../../access/session';
import { PageHeading } from '../../platform/pages/page-heading';
import { PartFold } from '../../platform/pages/part-fold';
import { ProblemLine } from '../../platform/problem-line';
import { BesideView } from '../beside/beside-view';
import { GroupClient } from '../group-client';
import { HandlingView } from '../handling/handling-view';
import { LostPointView } from '../score/lost-point-view';
import { NotedTimeline } from '../notes/noted-timeline';
import { QuestionResult } from '../questions/question-result';
import { ReasonList } from '../reasons/reason-list';
import { ScoreFigures } from '../score/score-figures';

/** How it went in this training space: what was lost, each with its moment, step and ground; what to say together. Prints. */
@Component({
  selector: 'app-debrief-page',
  imports: [
    BesideView,
    HandlingView,
    LostPointView,
    MatButton,
    NotedTimeline,
    PageHeading,
    PartFold,
    ProblemLine,
    QuestionResult,
    ReasonList,
    RouterLink,
    ScoreFigures,
  ],
  templateUrl: './debrief-page.html',
  styleUrls: ['../score/score-view.scss'],
})
export class DebriefPage {
  private readonly client = inject(GroupClient);
  private readonly session = inject(Session);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly count = this.language.count;
  protected readonly localize = this.language.localize;

  protected readonly isTraining = computed(() => this.session.about()?.space.kind === 'training');
  protected readonly score = signal<Score | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** Not yet: in words, and how to know. */
  protected readonly isHidden = signal(false);
  protected readonly now = computed(() => this.when(this.score()?.now));
  /** A step that was late is told once, with all that it cost and all that is to be said about it. */
  protected readonly lost = computed(() => {
    const lost = this.score()?.lost ?? [];
    return groupLost(lost).map((point) => ({
      ...point,
      notes: lost.filter(({ key }) => point.keys.includes(key)).flatMap(({ notes }) => notes),
    }));
  });
  /** To hand out, and for whoever leads alone. */
  protected readonly papers = computed(() => {
    const language = this.language.current();
    return {
      plain: this.client.debriefHref(language, false),
      withNotes: this.client.debriefHref(language, true),
    };
  });
  protected readonly questions = computed(() =>
    (this.score()?.questions ?? []).map(({ id, ask, choices, basis, forClass, answeredAt }) => {
      const said = choices.find((it) => it.id === forClass)?.says;
      const when = this.when(answeredAt ?? undefined);
      return {
        ...{ id, choices, ask: this.localize(ask), basis: basis.join(' · ') },
        said:
          answeredAt === null
            ? this.t('training.questions.unanswered')
            : said
              ? this.t('training.questions.class-said', { says: this.localize(said), when })
              : this.t('training.questions.each-said', { when }),
      };
    }),
  );

  constructor() {
    if (this.isTraining()) void this.loadDebrief();
  }

  protected async loadDebrief(): Promise<void> {
    const answer = await this.client.score();
    const isHidden = !answer.ok && answer.problem.code === 'not-allowed';
    this.isHidden.set(isHidden);
    this.problem.set(answer.ok || isHidden ? null : answer.problem);
    if (answer.ok) this.score.set(answer.value);
  }

  protected when(at: string | undefined): string {
    return at === undefined ? '' : this.time.exactly(at);
  }

  protected print(): void {
    window.print();
  }
}
