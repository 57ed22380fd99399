import { Component, inject } from '@angular/core';
import { Language } from '@repere/ui';
import { DraftHead } from '../draft-head';
import { DraftSession } from '../draft-session';
import { CommentForm } from './comment-form';
import { CommentList } from './comment-list';
import { ReviewActs } from './review-acts';
import { TriedLessonsView } from './tried-lessons';

/** A second person's look: words beside the draft, agreed or sent back; then published. */
@Component({
  selector: 'app-review-page',
  imports: [CommentForm, CommentList, DraftHead, ReviewActs, TriedLessonsView],
  template: `
    <app-draft-head part="review" />
    <div class="columns">
      <section aria-labelledby="acts-title">
        <h2 id="acts-title">{{ t('editing.review.title') }}</h2>
        <app-review-acts />
      </section>
      <section aria-labelledby="comments-title">
        <h2 id="comments-title">{{ t('editing.comments.title') }}</h2>
        <app-comment-list />
        @if (session.may('comment')) {
          <app-comment-form />
        }
      </section>
    </div>
    <section aria-labelledby="lessons-title">
      <app-tried-lessons />
    </section>
  `,
  styles: `
    .columns {
      display: grid;
      gap: 0 3rem;
    }
    section {
      min-inline-size: 0;
    }
    h2 {
      margin-block-start: 1rem;
    }
    @media (min-width: 60rem) {
      .columns {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
    }
  `,
})
export class ReviewPage {
  protected readonly t = inject(Language).t;
  protected readonly session = inject(DraftSession);
}
