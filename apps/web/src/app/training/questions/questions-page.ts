import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AskedQuestion, ClassQuestions, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { ScreenMode } from '../../access/play/room/screen-mode';
import { Session } from '../../access/session';
import { PageHeading } from '../../platform/pages/page-heading';
import { Polling } from '../../platform/polling/polling';
import { ProblemLine } from '../../platform/problem-line';
import { RetriedLine } from '../../platform/polling/retried-line';
import { GroupClient } from '../group-client';
import { AnswerForm } from './answer-form';
import { QuestionResult } from './question-result';
import { TickList } from './tick-list';

const POLL_EVERY_MS = 5_000;

/** What the class is asked: each learner answers for themselves, whoever leads for all; and ticks what no machine sees. */
@Component({
  selector: 'app-questions-page',
  imports: [
    AnswerForm,
    MatButton,
    PageHeading,
    ProblemLine,
    QuestionResult,
    RetriedLine,
    RouterLink,
    TickList,
  ],
  templateUrl: './questions-page.html',
  styles: `
    article {
      margin-block: 1.25rem;
    }
    h2 {
      font-size: 1.15em;
      margin-block: 0 0.35rem;
    }
    article p {
      margin-block: 0.35rem;
    }
  `,
})
export class QuestionsPage {
  private readonly client = inject(GroupClient);
  private readonly session = inject(Session);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  /** The wall reads what whoever leads reads, and shows no answer before its slide. */
  protected readonly isProjected = inject(ScreenMode).isProjected;
  protected readonly polling = new Polling(() => this.loadQuestions());

  protected readonly isTraining = computed(() => this.session.about()?.space.kind === 'training');
  protected readonly asked = signal<ClassQuestions | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly questions = computed(() => {
    const { questions = [], isLeading = false, isOver = false } = this.asked() ?? {};
    const shown = this.isProjected() ? questions.filter(({ askedAt }) => askedAt !== null) : questions;
    return shown.map((question) => ({
      question,
      when: question.askedAt === null ? null : this.time.exactly(question.askedAt),
      given: this.formatGiven(question, isLeading),
      mayAnswer:
        !isOver &&
        question.askedAt !== null &&
        question.forClass === null &&
        (isLeading || question.own === null),
      isTold: question.choices.some(({ isRight }) => isRight !== null),
    }));
  });

  constructor() {
    if (this.isTraining()) void this.loadQuestions();
  }

  protected async loadQuestions(): Promise<void> {
    this.polling.stop();
    const answer = await this.client.questions();
    if (answer.ok) this.asked.set(answer.value);
    this.problem.set(this.polling.goOnAfter(answer, POLL_EVERY_MS));
  }

  protected async done(news: string): Promise<void> {
    await this.loadQuestions();
    this.news.set(news);
  }

  protected async takeBack({ id }: AskedQuestion): Promise<void> {
    const answer = await this.client.takeClassAnswerBack(id);
    if (answer.ok) await this.done(this.t('training.questions.taken-back'));
    else this.problem.set(answer.problem);
  }

  private formatGiven({ choices, own, forClass }: AskedQuestion, isLeading: boolean): readonly string[] {
    const says = (id: string | null): string | null => {
      const choice = choices.find((it) => it.id === id);
      return choice ? this.localize(choice.says) : null;
    };
    const [mine, all] = [says(own), says(forClass)];
    return [
      ...(mine === null ? [] : [this.t('training.questions.you-answered', { says: mine })]),
      ...(all === null
        ? []
        : [
            this.t(isLeading ? 'training.questions.class-answered' : 'training.questions.answered-for-you', {
              says: all,
            }),
          ]),
    ];
  }
}
