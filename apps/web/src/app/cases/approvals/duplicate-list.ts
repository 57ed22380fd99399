import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DuplicateTask } from '@repere/contract';
import { Language } from '@repere/ui';
import { ProblemLine } from '../../platform/problem-line';
import { KeysetList } from '../../platform/keyset-list';
import { DuplicateLine } from './duplicate-line';
import { DuplicatesClient } from './duplicates-client';

/** Which cases of several teams may be about one child? Until somebody found out. */
@Component({
  selector: 'app-duplicate-list',
  imports: [DuplicateLine, MatButton, ProblemLine],
  template: `
    <p role="status" class="news">{{ news() }}</p>
    <app-problem-line [problem]="list.problem()" (again)="list.loadPages()" />
    @if (tasks().length) {
      <section [attr.aria-labelledby]="of() === null ? 'duplicates-title' : null">
        @if (of() === null) {
          <h2 id="duplicates-title">{{ t('approvals.duplicates.title') }}</h2>
        }
        <p class="rp-quiet">{{ t('approvals.duplicates.lead') }}</p>
        <ol class="rp-list">
          @for (task of tasks(); track task.id) {
            <li><app-duplicate-line [task]="task" (closed)="gone(task)" /></li>
          }
        </ol>
      </section>
    }
    @if (isNothingLeft()) {
      <p class="rp-quiet">{{ t('approvals.duplicates.nothing') }}</p>
    }
    @if (list.content().next) {
      <p class="rp-acts">
        <button matButton="outlined" type="button" (click)="list.more()">
          {{ t('approvals.duplicates.more') }}
        </button>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    li {
      margin-block-end: 1.25rem;
    }
  `,
})
export class DuplicateList {
  private readonly client = inject(DuplicatesClient);
  private readonly done = signal<ReadonlySet<string>>(new Set());
  protected readonly t = inject(Language).t;

  protected readonly list = new KeysetList<DuplicateTask>((cursor) => this.client.listTasks(cursor));
  /** Of this case alone; `null`: of all cases. */
  readonly of = input<string | null>(null);

  /** Said once one has gone. */
  protected readonly news = signal('');
  protected readonly tasks = computed(() =>
    this.list
      .content()
      .items.filter(({ id, caseFileId }) => !this.done().has(id) && [null, caseFileId].includes(this.of())),
  );
  /** Whether what there is to answer is known, and there is nothing. */
  protected readonly isNothingLeft = computed(
    () => this.of() !== null && this.list.content().pages > 0 && !this.tasks().length,
  );

  constructor() {
    void this.list.loadPages();
  }

  /** The form is gone: the page's heading takes the focus. */
  protected gone({ id, reference }: DuplicateTask): void {
    this.done.update((before) => new Set([...before, id]));
    this.news.set(this.t('approvals.duplicates.closed', { reference }));
    document.querySelector<HTMLElement>('h1')?.focus();
  }
}
