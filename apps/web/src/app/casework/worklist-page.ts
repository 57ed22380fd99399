import {
  Component,
  DestroyRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { WorkItem, Worklist } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { EmptyState } from '@repere/ui/empty';
import { NavigationStateStore } from '../platform/navigation-state-store';
import { PageHeading } from '../platform/pages/page-heading';
import { ProblemLine } from '../platform/problem-line';
import { FindingsNotice } from '../audit/missions/findings/findings-notice';
import { QuestionsToMe } from '../audit/access-log/questions-to-me';
import { CasesClient } from '../cases/cases-client';
import { KeysetList, type ListContent } from '../platform/keyset-list';
import { WorkRow } from './work-row';

/** In the one order of steps; what is late by law opens the day. */
const GROUPS = [
  'now',
  'today',
  'late',
  'soon',
  'waiting-for-me',
  'waiting-for-others',
  'later',
] as const satisfies readonly WorkItem['group'][];

interface Kept {
  readonly day: Omit<Worklist, 'items' | 'next'>;
  readonly list: ListContent<WorkItem>;
}

/** What must I do now? What protects first, then today, late, this week, waiting for me, waiting for others. */
@Component({
  selector: 'app-worklist-page',
  imports: [
    EmptyState,
    FindingsNotice,
    MatButton,
    PageHeading,
    ProblemLine,
    QuestionsToMe,
    RouterLink,
    WorkRow,
  ],
  templateUrl: './worklist-page.html',
  styleUrl: './worklist-page.scss',
})
export class WorklistPage {
  private readonly client = inject(CasesClient);
  private readonly time = inject(SpaceTime);
  private readonly navigationState = inject(NavigationStateStore);
  private readonly url = inject(Router).url;
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** From the address: whose day is shown. */
  readonly scope = input<Worklist['scope']>();

  private readonly day = signal<Kept['day'] | null>(null);
  protected readonly list = new KeysetList<WorkItem>((cursor) => this.fetch(cursor));
  private readonly kept = this.navigationState.found<Kept>(this.url);

  protected readonly isFirstLoad = computed(() => this.day() === null && !this.list.problem());
  protected readonly shownScope = computed(() => this.scope() ?? this.day()?.scope ?? 'me');
  protected readonly counts = computed(() => this.day()?.counts ?? null);
  /** How many of ours are late wherever they stand, on this page or not. */
  protected readonly late = computed(() => this.day()?.late ?? 0);
  protected readonly toChase = computed(() => this.day()?.toChase ?? 0);
  protected readonly toDo = computed(() => {
    const counts = this.counts();
    return counts ? counts.now + counts.today + counts.late + counts.soon + counts['waiting-for-me'] : 0;
  });
  protected readonly groups = computed(() =>
    GROUPS.map((name) => ({
      name,
      items: this.list.content().items.filter((item) => item.group === name),
      count: this.counts()?.[name] ?? 0,
    })).filter((group) => group.items.length > 0),
  );
  protected readonly nextDue = computed(() => {
    const due = this.day()?.nextDueAt;
    return due
      ? this.t('worklist.next-due', { moment: this.time.deadline(due) })
      : this.t('worklist.no-next-due');
  });

  constructor() {
    if (this.kept) {
      this.day.set(this.kept.day);
      this.list.restore(this.kept.list);
      afterNextRender(() => this.navigationState.restoreFocus(this.url));
    }
    effect(() => {
      this.scope();
      void this.list.load(this.kept?.list.pages);
    });
    inject(DestroyRef).onDestroy(() => this.leave());
  }

  private async fetch(cursor?: string) {
    const answer = await this.client.worklist(this.scope(), cursor);
    if (answer.ok) {
      this.day.set(answer.value);
      this.time.follow(answer.value.now);
    }
    return answer;
  }

  private leave(): void {
    const day = this.day();
    if (day) this.navigationState.keep(this.url, { day, list: this.list.content() } satisfies Kept);
  }
}
