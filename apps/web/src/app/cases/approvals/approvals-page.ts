import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ApprovalItem } from '@repere/contract';
import { Language } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/status';
import { EmptyState } from '@repere/ui/feedback';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { KeysetList } from '../../platform/keyset-list';
import { shownName } from '../shown-name';
import { AlertList } from './alert-list';
import { DuplicateList } from './duplicate-list';
import { ApprovalCard } from './approval-card';
import { ApprovalsClient } from './approvals-client';

/** What waits for me? Each with what was decided, by whom, on which facts, and what changes. */
@Component({
  selector: 'app-approvals-page',
  imports: [
    AlertList,
    DeadlineLabel,
    DuplicateList,
    ApprovalCard,
    EmptyState,
    MatButton,
    PageHeading,
    ProblemLine,
  ],
  templateUrl: './approvals-page.html',
  styleUrl: './approvals-page.scss',
})
export class ApprovalsPage {
  private readonly client = inject(ApprovalsClient);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  protected readonly list = new KeysetList<ApprovalItem>((cursor) => this.client.listApprovals(cursor));
  private readonly settled = signal<ReadonlySet<string>>(new Set());
  /** Said once an item has gone. */
  protected readonly news = signal('');
  protected readonly isFirstLoad = computed(
    () => this.list.isLoading() && this.list.content().pages === 0 && !this.list.problem(),
  );
  private readonly open = computed(() =>
    this.list.content().items.filter(({ entryId }) => !this.settled().has(entryId)),
  );
  /** All that this reader may approve, on this page or not; what was just settled is not among them. */
  protected readonly count = computed(() => {
    const { items, total } = this.list.content();
    const mine = this.open().filter(({ mayNot }) => !mayNot).length;
    return total === undefined ? mine : Math.max(mine, total - (items.length - this.open().length));
  });

  /** What this reader may decide, one after the other; what was left for later comes last. */
  protected readonly queue = computed(() => {
    const mine = this.open().filter(({ mayNot }) => !mayNot);
    const later = this.later();
    return [...mine].sort((a, b) => later.indexOf(a.entryId) - later.indexOf(b.entryId));
  });
  private readonly ofOthers = computed(() => this.open().filter(({ mayNot }) => mayNot));
  private readonly chosen = signal<string | null>(null);
  private readonly later = signal<readonly string[]>([]);
  /** The one that is answered now, in the place of the one before. */
  protected readonly current = computed(
    () =>
      this.open().find(({ entryId }) => entryId === this.chosen()) ??
      this.queue()[0] ??
      this.ofOthers()[0] ??
      null,
  );
  protected readonly rest = computed(() => this.queue().filter((it) => it !== this.current()));
  protected readonly others = computed(() => this.ofOthers().filter((it) => it !== this.current()));

  constructor() {
    void this.list.loadPages();
  }

  protected chooseItem({ entryId }: ApprovalItem): void {
    this.chosen.set(entryId);
    this.news.set('');
    focusOn(entryId);
  }

  protected postpone({ entryId }: ApprovalItem): void {
    this.chosen.set(null);
    this.later.update((before) => [...before.filter((it) => it !== entryId), entryId]);
    const next = this.current();
    if (next) focusOn(next.entryId);
  }

  protected summary({ calledName, reference }: ApprovalItem): string {
    return `${shownName(calledName, this.t('case.name-redacted'))} · ${reference}`;
  }

  /** Takes the item away; the next one comes up in its place, and has the focus. */
  protected settleItem({ entryId, caseFileId }: ApprovalItem, words: string): void {
    this.settled.update((before) => new Set([...before, entryId]));
    this.chosen.set(null);
    // Another decision of the same case may have changed with it.
    if (this.open().some((other) => other.caseFileId === caseFileId)) this.refresh();
    else if (this.rest().length < FEW) void this.list.more();
    this.news.set(words);
    const next = this.current();
    if (next) focusOn(next.entryId);
    else document.querySelector<HTMLElement>('h1')?.focus();
  }

  /** Reads again what is shown. */
  protected refresh(): void {
    void this.list.loadPages(this.list.content().pages);
  }
}

/** So many are at hand before the list runs out. */
const FEW = 5;

/** The heading of a card, once it is drawn; what has the focus comes into sight. */
function focusOn(entryId: string): void {
  setTimeout(() => document.getElementById(`approval-${entryId}`)?.focus());
}
