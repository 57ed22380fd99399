import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem, TriedLessons } from '@repere/contract';
import { Language } from '@repere/ui';
import { ActProblem } from '../../../platform/act-problem';
import { DraftSession } from '../draft-session';
import { DraftsClient } from '../drafts-client';

const NONE_OF_OWN: TriedLessons['own'] = { total: 0, tried: 0, changed: 0, isStopped: false, mine: [] };

/** Which exercises the saved text would change, told on them before it is published. */
@Component({
  selector: 'app-tried-lessons',
  imports: [ActProblem, MatButton],
  template: `
    <h2 id="lessons-title">{{ t('editing.lessons.title') }}</h2>
    <p>{{ t('editing.lessons.lead') }}</p>
    <button matButton="outlined" type="button" [disabled]="isBusy()" (click)="tryAll()">
      {{ t(tried() ? 'editing.lessons.again' : 'editing.lessons.ask') }}
    </button>
    <app-act-problem [problem]="problem()" />
    <p role="status">
      <strong>{{ found() }}</strong>
    </p>
    @if (ownFound(); as found) {
      <p>{{ found }}</p>
    }
    @if (lines(); as lessons) {
      <ul class="rp-list">
        @for (lesson of lessons; track lesson.scenario) {
          <li>
            <h3>
              {{ language.localize(lesson.title) }}
              <span class="rp-quiet">{{ t('editing.lessons.child', { child: lesson.child }) }}</span>
              @if (lesson.isMine) {
                <span class="rp-quiet">{{ t('editing.lessons.mine') }}</span>
              }
            </h3>
            @if (lesson.faults.length) {
              <ul>
                @for (fault of lesson.faults; track $index) {
                  <li>{{ language.localize(fault.text) }}</li>
                }
              </ul>
            } @else {
              <p class="rp-quiet">{{ t('editing.lessons.holds') }}</p>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    h2 {
      margin-block-start: 1.5rem;
    }
    h3 {
      margin: 0;
    }
    h3 > span {
      font-weight: normal;
    }
    li > ul {
      padding-inline-start: 1.2rem;
    }
    p {
      max-inline-size: 42rem;
    }
  `,
})
export class TriedLessonsView {
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  private readonly client = inject(DraftsClient);
  private readonly session = inject(DraftSession);

  protected readonly tried = signal<TriedLessons | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isBusy = signal(false);

  /** How many are to be written anew, in a sentence. */
  protected readonly found = computed(() => {
    const tried = this.tried();
    if (!tried) return '';
    if (tried.isStopped) return this.t('editing.lessons.stopped');
    const { total, lessons } = tried;
    if (lessons.length === 0) return this.t('editing.lessons.none');
    const changed = lessons.filter(({ faults }) => faults.length > 0).length;
    return changed > 0
      ? this.language.count('editing.lessons.rewrite', changed, { total })
      : this.language.count('editing.lessons.hold', lessons.length);
  });

  /** One’s own first: nobody else can mend them. */
  protected readonly lines = computed(() => {
    const { lessons = [], own } = this.tried() ?? {};
    const of = (those: TriedLessons['lessons'], isMine: boolean) => those.map((it) => ({ ...it, isMine }));
    return [...of(own?.mine ?? [], true), ...of(lessons, false)];
  });

  /** What trainers of this service wrote: by number, as they are theirs. */
  protected readonly ownFound = computed(() => {
    const { total, tried, changed, isStopped } = this.tried()?.own ?? NONE_OF_OWN;
    if (total === 0) return '';
    if (isStopped) return this.language.count('editing.lessons.own.stopped', total);
    const left = total - tried;
    return [
      changed > 0
        ? this.language.count('editing.lessons.own.rewrite', changed, { total: tried })
        : this.language.count('editing.lessons.own.hold', tried),
      ...(left > 0 ? [this.language.count('editing.lessons.own.left', left)] : []),
    ].join(' ');
  });

  /** What is typed is saved first: exercises are told with the saved text. */
  protected async tryAll(): Promise<void> {
    if (this.session.mayWrite() && this.session.isChanged() && !(await this.session.saveDraft())) return;
    this.isBusy.set(true);
    const answered = await this.client.tryLessons(this.session.current().id);
    this.isBusy.set(false);
    this.problem.set(answered.ok ? null : answered.problem);
    this.tried.set(answered.ok ? answered.value : null);
  }
}
