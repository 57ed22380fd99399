import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { DraftComment } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { DraftChecker } from '../checking/draft-checker';
import { draftPath } from '../draft-paths';
import { DraftSession } from '../draft-session';
import { lineOfId } from '../text/line-of-id';
import { EditorPosition } from '../text/editor-position';

/** What was written beside the draft, open words first, newest first; each leads to its place. */
@Component({
  selector: 'app-comment-list',
  imports: [MatButton],
  template: `
    <ul class="rp-list">
      @for (line of lines(); track line.id) {
        <li [class.settled]="line.settled">
          <p class="rp-quiet">{{ line.about }}</p>
          @if (line.place; as place) {
            <button type="button" class="rp-link" (click)="goTo(line.comment)">{{ place }}</button>
          }
          <p class="text">{{ line.comment.text }}</p>
          @if (line.settled; as settled) {
            <p class="rp-quiet">{{ settled }}</p>
          } @else if (session.may('comment')) {
            <button matButton="text" type="button" (click)="session.settleComment(line.id)">
              {{ t('editing.comments.settle') }}
            </button>
          }
        </li>
      } @empty {
        <li class="rp-quiet">{{ t('editing.comments.none') }}</li>
      }
    </ul>
  `,
  styles: `
    li {
      padding-block: 0.75rem;
      border-block-start: 1px solid var(--rp-line);
    }
    p {
      margin: 0;
    }
    .text {
      white-space: pre-wrap;
    }
    .settled .text {
      color: var(--rp-ink-soft);
    }
  `,
})
export class CommentList {
  private readonly time = inject(SpaceTime);
  private readonly router = inject(Router);
  private readonly checker = inject(DraftChecker);
  private readonly place = inject(EditorPosition);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly session = inject(DraftSession);

  protected readonly lines = computed(() =>
    [...this.session.current().comments]
      .sort(
        (a, b) =>
          Number(a.settledAt !== null) - Number(b.settledAt !== null) || Date.parse(b.at) - Date.parse(a.at),
      )
      .map((comment) => ({
        id: comment.id,
        comment,
        about: this.t('editing.comments.by', {
          name: comment.by.name,
          moment: this.time.moment(comment.at),
          revision: comment.revision,
        }),
        place: this.placeOf(comment),
        settled: comment.settledAt
          ? this.t('editing.comments.settled', { moment: this.time.moment(comment.settledAt) })
          : null,
      })),
  );

  protected async goTo({ place }: DraftComment): Promise<void> {
    const file = place?.file ?? 'protocol.yaml';
    const text = this.session.text().files['protocol.yaml'] ?? '';
    this.place.showLine(file, place?.step === undefined ? (place?.line ?? 1) : lineOfId(text, place.step));
    await this.router.navigate([...draftPath(this.session.current().id)]);
  }

  private placeOf({ place }: DraftComment): string | null {
    if (place?.step !== undefined) {
      const step = this.checker.lastDocument()?.steps.find(({ id }) => id === place.step);
      return step ? `${step.code} – ${this.language.localize(step.title)}` : place.step;
    }
    if (place?.file === undefined) return null;
    return place.line === undefined
      ? place.file
      : this.t('editing.problems.place', { file: place.file, line: place.line });
  }
}
