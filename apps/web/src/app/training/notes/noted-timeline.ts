import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem, ScoreMoment, TrainerNote } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { ScreenMode } from '../../access/play/room/screen-mode';
import { ProblemLine } from '../../platform/problem-line';
import { NotesClient } from './notes-client';

/**
 * What was done, moment by moment; for whoever leads with their own notes where they belong. Notes are on no wall, and on paper only when
 * that is asked for.
 */
@Component({
  selector: 'app-noted-timeline',
  imports: [MatButton, ProblemLine],
  template: `
    <app-problem-line [problem]="problem()" (again)="loadNotes()" />
    @if (notes().length) {
      <p class="rp-screen-only">
        <button
          type="button"
          class="rp-chip"
          [attr.aria-pressed]="isPrinted()"
          (click)="isPrinted.set(!isPrinted())"
        >
          {{ t('training.notes-mine.print') }}
        </button>
        {{ t('training.notes-mine.private') }}
      </p>
    }
    <ol>
      @for (line of lines(); track $index) {
        <li [class.note]="line.noteId !== null" [class.rp-screen-only]="line.noteId !== null && !isPrinted()">
          {{ line.when }} – {{ line.what }}
          @if (line.noteId; as id) {
            <button
              matButton="text"
              type="button"
              [attr.aria-label]="t('training.notes-mine.remove-labelled', { when: line.when })"
              (click)="removeNote(id)"
            >
              {{ t('training.notes-mine.remove') }}
            </button>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    .note {
      padding-inline-start: 0.6rem;
      border-inline-start: 3px solid var(--rp-line-strong);
      font-style: italic;
    }
  `,
})
export class NotedTimeline {
  private readonly client = inject(NotesClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  private readonly isProjected = inject(ScreenMode).isProjected;
  protected readonly t = this.language.t;

  readonly moments = input.required<readonly ScoreMoment[]>();
  readonly isLeading = input.required<boolean>();

  protected readonly isPrinted = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly notes = signal<readonly TrainerNote[]>([]);
  protected readonly lines = computed(() => {
    const done = this.moments().map(({ at, who, what }) => ({
      ...{ at, noteId: null },
      what: [who ?? '', this.language.localize(what)].filter(Boolean).join(' '),
    }));
    const noted = this.notes().map(({ id, at, words }) => ({
      ...{ at, noteId: id },
      what: this.t('training.notes-mine.note', { words }),
    }));
    return [...done, ...noted]
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
      .map((line) => ({ ...line, when: this.time.exactly(line.at) }));
  });

  constructor() {
    effect(() => {
      // Counted anew, there may be new ones.
      this.moments();
      if (this.isLeading() && !this.isProjected()) untracked(() => void this.loadNotes());
      else this.notes.set([]);
    });
  }

  protected async loadNotes(): Promise<void> {
    const answer = await this.client.notes();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.notes.set(answer.value);
  }

  protected async removeNote(id: string): Promise<void> {
    const answer = await this.client.removeNote(id);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.notes.update((notes) => notes.filter((it) => it.id !== id));
  }
}
