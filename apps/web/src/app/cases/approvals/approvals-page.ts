import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ApprovalItem } from '@repere/contract';
import { Language } from '@repere/ui';
import { EmptyState } from '@repere/ui/empty';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { KeysetList } from '../../platform/keyset-list';
import { AlertList } from './alert-list';
import { DuplicateList } from './duplicate-list';
import { ApprovalCard } from './approval-card';
import { ApprovalsClient } from './approvals-client';

/** What waits for me? Each with what was decided, by whom, on which facts, and what changes. */
@Component({
  selector: 'app-approvals-page',
  imports: [AlertList, DuplicateList, ApprovalCard, EmptyState, MatButton, PageHeading, ProblemLine],
  templateUrl: './approvals-page.html',
  styleUrl: './approvals-page.scss',
})
export class ApprovalsPage {
  private readonly client = inject(ApprovalsClient);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly list = new KeysetList<ApprovalItem>((cursor) => this.client.list(cursor));
  private readonly settled = signal<ReadonlySet<string>>(new Set());
  /** Said once an item has gone. */
  protected readonly news = signal('');
  protected readonly isFirstLoad = computed(
    () => this.list.isLoading() && this.list.content().pages === 0 && !this.list.problem(),
  );
  private readonly open = computed(() =>
    this.list.content().items.filter(({ entryId }) => !this.settled().has(entryId)),
  );
  protected readonly groups = computed(() => [
    { name: 'mine', items: this.open().filter(({ mayNot }) => !mayNot) },
    { name: 'others', items: this.open().filter(({ mayNot }) => mayNot) },
  ]);
  /** All that this reader may approve, on this page or not; what was just settled is not among them. */
  protected readonly count = computed(() => {
    const { items, total } = this.list.content();
    const mine = this.open().filter(({ mayNot }) => !mayNot).length;
    return total === undefined ? mine : Math.max(mine, total - (items.length - this.open().length));
  });

  constructor() {
    void this.list.load();
  }

  /** Takes the item away and leads the focus to the heading, where the new count stands. */
  protected settle({ entryId, caseFileId }: ApprovalItem, words: string): void {
    this.settled.update((before) => new Set([...before, entryId]));
    // Another decision of the same case may have changed with it.
    if (this.open().some((other) => other.caseFileId === caseFileId)) this.refresh();
    this.news.set(words);
    document.querySelector<HTMLElement>('h1')?.focus();
  }

  /** Reads again what is shown. */
  protected refresh(): void {
    void this.list.load(this.list.content().pages);
  }
}
