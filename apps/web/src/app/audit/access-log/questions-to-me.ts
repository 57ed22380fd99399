import { Component, inject, input, output, signal } from '@angular/core';
import type { QuestionToMe } from '@repere/contract';
import { Language } from '@repere/ui';
import { auditWords } from '../audit-words';
import { AnswerWhyForm } from './answer-why-form';
import { AccessLogClient } from './access-log-client';

/** What this reader is asked about cases that they looked at. Takes no room while there is nothing. */
@Component({
  selector: 'app-questions-to-me',
  imports: [AnswerWhyForm],
  template: `
    <p class="news" role="status">{{ news() }}</p>
    @if (questions().length) {
      <section aria-labelledby="questions-title">
        <h2 id="questions-title">{{ t('audit.access-log.to-me.title') }}</h2>
        <p class="rp-quiet">{{ t('audit.access-log.to-me.lead') }}</p>
        <ul class="rp-list">
          @for (question of questions(); track question.id) {
            <li><app-answer-why-form [question]="question" (answered)="dropQuestion(question)" /></li>
          }
        </ul>
      </section>
    } @else if (saysNone() && isThere()) {
      <p>{{ t('audit.access-log.to-me.none') }}</p>
    }
  `,
  styles: `
    section {
      margin-block-end: 2rem;
      padding: 0.9rem 1.1rem;
      border: 1px solid var(--rp-line-strong);
      border-radius: 12px;
    }
    h2 {
      margin: 0;
    }
    p {
      margin: 0;
    }
    li {
      margin-block-start: 1rem;
    }
  `,
})
export class QuestionsToMe {
  private readonly client = inject(AccessLogClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** Whether to say that there is none. */
  readonly saysNone = input(false);
  /** It is known what is asked: from then on it takes its room, or none. */
  readonly settled = output<void>();
  protected readonly isThere = signal(false);
  protected readonly questions = signal<readonly QuestionToMe[]>([]);
  protected readonly news = signal('');

  constructor() {
    void this.loadQuestions();
  }

  protected dropQuestion({ id }: QuestionToMe): void {
    this.questions.update((all) => all.filter((it) => it.id !== id));
    this.news.set(this.t('audit.access-log.to-me.sent'));
  }

  /** Nothing here is worth an error on somebody's day. */
  private async loadQuestions(): Promise<void> {
    const answer = await this.client.toMe();
    if (answer.ok) {
      if (answer.value.items.length > 0 || this.saysNone()) await this.language.useAlso(auditWords);
      this.questions.set(answer.value.items);
      this.isThere.set(true);
    }
    this.settled.emit();
  }
}
