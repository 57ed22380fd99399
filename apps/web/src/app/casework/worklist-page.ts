import {
  Component,
  DestroyRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { WorkChild, WorkChildren, WorkItem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { writeThrough } from '../platform/form/write-through';
import { NavigationStateStore } from '../platform/navigation-state-store';
import { PageHeading } from '../platform/pages/page-heading';
import { Session } from '../access/session';
import { ProblemLine } from '../platform/problem-line';
import { FindingsNotice } from '../audit/missions/findings/findings-notice';
import { QuestionsToMe } from '../audit/access-log/questions-to-me';
import { KeysetList, type ListContent } from '../platform/keyset-list';
import { CASE_PAGES } from '../cases/pages';
import { ChildCard } from './day/child-card';
import { type DayFilters, dayParams, readDayFilters, SHOWS } from './day/day-filters';
import { byPerson } from './day/by-person';
import { WorkClient } from './day/work-client';
import { RemindersNotice } from '../reminders/reminders-notice';
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

type Day = Omit<WorkChildren, 'items' | 'next'>;

interface Kept {
  readonly day: Day;
  readonly list: ListContent<WorkChild>;
}

/** What must I do now, and for whom? A card a child, what protects first, danger first among them; the team's by person. */
@Component({
  selector: 'app-worklist-page',
  imports: [
    ChildCard,
    EmptyState,
    FindingsNotice,
    FormField,
    MatButton,
    PageHeading,
    ProblemLine,
    QuestionsToMe,
    RemindersNotice,
    RouterLink,
    WorkRow,
  ],
  templateUrl: './worklist-page.html',
  styleUrl: './worklist-page.scss',
})
export class WorklistPage {
  private readonly client = inject(WorkClient);
  private readonly time = inject(SpaceTime);
  private readonly navigationState = inject(NavigationStateStore);
  private readonly router = inject(Router);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly shows = SHOWS;
  /** What the night has to know. */
  protected readonly handOver = CASE_PAGES.handOver;
  protected readonly newCase = CASE_PAGES.new;
  protected readonly mayOpen = inject(Session).mayDo('open');

  /** From the address. */
  readonly scope = input<string>();
  readonly show = input<string>();
  readonly protocol = input<string>();
  readonly lead = input<string>();

  private url = this.router.url;
  private readonly kept = this.navigationState.found<Kept>(this.url);
  private readonly day = signal<Day | null>(this.kept?.day ?? null);
  protected readonly list = new KeysetList<WorkChild>((cursor) => this.fetch(cursor));

  protected readonly filters = computed(() =>
    readDayFilters({
      ...{ scope: this.scope(), show: this.show(), protocol: this.protocol(), lead: this.lead() },
    }),
  );
  protected readonly protocolField = form(
    writeThrough<string>(
      () => this.filters().protocol ?? '',
      (protocol) => void this.router.navigate([], { queryParams: this.with({ protocol: protocol || null }) }),
    ),
  );
  protected readonly isFiltered = computed(() => !!this.filters().show || !!this.filters().protocol);
  /** What stands above the list and isn't known yet. */
  private readonly awaited = signal(this.kept ? 0 : 3);
  protected readonly isFirstLoad = computed(
    () => (this.day() === null || this.awaited() > 0) && !this.list.problem(),
  );
  protected readonly shownScope = computed(() => this.filters().scope ?? this.day()?.scope ?? 'me');
  protected readonly counts = computed(() => this.day()?.counts ?? null);
  protected readonly children = computed(() => this.day()?.children ?? 0);
  /** How many of ours are late wherever they stand, on this page or not. */
  protected readonly late = computed(() => this.day()?.late ?? 0);
  protected readonly toChase = computed(() => this.day()?.toChase ?? 0);
  protected readonly approvals = computed(() => this.day()?.approvals ?? 0);
  protected readonly tasks = computed(() => this.day()?.tasks ?? []);
  protected readonly protocols = computed(() => this.day()?.protocols ?? []);
  protected readonly toDo = computed(() => {
    const counts = this.counts();
    return counts ? counts.now + counts.today + counts.late + counts.soon + counts['waiting-for-me'] : 0;
  });
  /** The form of a key that fits a figure that the server counts no further than it says. */
  protected readonly counted = (key: string, n: number): string => {
    const most = this.day()?.countedTo ?? n;
    return n > most ? this.language.count(key, most, { n: `${String(most)}+` }) : this.language.count(key, n);
  };
  /** `null`: the list goes by what presses. */
  protected readonly persons = computed(() =>
    this.shownScope() === 'team' && this.filters().lead === null ? byPerson(this.list.content().items) : null,
  );
  protected readonly groups = computed(() =>
    GROUPS.map((name) => ({
      name,
      items: this.list.content().items.filter(({ first }) => first.group === name),
    })).filter((group) => group.items.length > 0),
  );
  /** Of one person of the team, whose day it is. */
  protected readonly person = computed(() => {
    const { lead } = this.filters();
    if (lead === null) return null;
    return this.list.content().items[0]?.lead?.name ?? this.t('worklist.person.none');
  });
  protected readonly nextDue = computed(() => {
    const due = this.day()?.nextDueAt;
    return due
      ? this.t('worklist.next-due', { moment: this.time.deadline(due) })
      : this.t('worklist.no-next-due');
  });

  constructor() {
    if (this.kept) {
      this.list.restore(this.kept.list);
      afterNextRender(() => this.navigationState.restoreFocus(this.url));
    }
    let pages = this.kept?.list.pages;
    effect(() => {
      this.filters();
      untracked(() => {
        this.url = this.router.url;
        void this.list.loadPages(pages);
      });
      pages = 1;
    });
    inject(DestroyRef).onDestroy(() => {
      const day = this.day();
      if (day) this.navigationState.keepState(this.url, { day, list: this.list.content() } satisfies Kept);
    });
  }

  protected settleOne(): void {
    this.awaited.update((before) => before - 1);
  }

  /** The address with one filter changed. */
  protected with(change: Partial<DayFilters>) {
    return dayParams({ ...this.filters(), ...change });
  }

  private async fetch(cursor?: string) {
    const answer = await this.client.children(this.filters(), cursor);
    if (answer.ok) {
      const { items, next, ...day } = answer.value;
      // What waits beside steps comes with the first page.
      if (cursor === undefined) this.day.set(day);
      this.time.follow(answer.value.now);
    }
    return answer;
  }
}
