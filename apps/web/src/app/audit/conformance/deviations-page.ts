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
import { DEVIATION_GROUPINGS } from '@repere/audit';
import type { DeviationItem, DeviationPage as Page } from '@repere/contract';
import { DEVIATION_KINDS, DEVIATION_KINDS_WORDS } from '@repere/case-engine';
import { Language, SpaceTime } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { KeysetList, type ListContent } from '../../platform/keyset-list';
import { writeThrough } from '../../platform/form/write-through';
import { NavigationStateStore } from '../../platform/navigation-state-store';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import {
  type AuditFilters,
  auditParams,
  askedDeviations,
  groupingOf,
  JUDGED,
  readAuditFilters,
} from './audit-filters';
import { AuditTabs } from './audit-tabs';
import { ConformanceClient } from './conformance-client';
import { DeviationCard } from './deviation-card';
import { FilterBar } from './filter-bar';
import { DeviationGroupList } from './groups/deviation-groups';

interface Kept {
  readonly list: ListContent<DeviationItem>;
  readonly about: Page['about'];
}

/** Where did handling deviate, and was it right? To judge first, the gravest first. */
@Component({
  selector: 'app-deviations-page',
  imports: [
    AuditTabs,
    DeviationCard,
    DeviationGroupList,
    EmptyState,
    FilterBar,
    FormField,
    MatButton,
    PageHeading,
    ProblemLine,
    RouterLink,
  ],
  templateUrl: './deviations-page.html',
  styleUrl: './deviations-page.scss',
})
export class DeviationsPage {
  private readonly client = inject(ConformanceClient);
  private readonly navigationState = inject(NavigationStateStore);
  private readonly router = inject(Router);
  private readonly time = inject(SpaceTime);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly judgings = JUDGED;
  protected readonly localize = this.language.localize;
  protected readonly kinds = DEVIATION_KINDS;
  protected readonly kindsWords = DEVIATION_KINDS_WORDS;

  // From the address.
  readonly team = input<string>();
  readonly protocol = input<string>();
  readonly step = input<string>();
  readonly period = input<string>();
  readonly kind = input<string>();
  readonly origin = input<string>();
  readonly judged = input<string>();
  readonly by = input<string>();

  private readonly kept = this.navigationState.found<Kept>(this.router.url);
  private url = this.router.url;
  protected readonly about = signal<Page['about']>(this.kept?.about ?? null);
  /** As they are after something was said of them, by key. */
  private readonly changed = signal<ReadonlyMap<string, DeviationItem>>(new Map());
  protected readonly news = signal('');

  protected readonly filters = computed(() =>
    readAuditFilters({
      team: this.team(),
      protocol: this.protocol(),
      step: this.step(),
      period: this.period(),
      kind: this.kind(),
      origin: this.origin(),
      judged: this.judged(),
      by: this.by(),
    }),
  );
  protected readonly kindField = form(
    writeThrough<string>(
      () => this.filters().kind ?? '',
      (chosen) => this.chooseKind(chosen),
    ),
  );
  protected readonly grouping = computed(() => groupingOf(this.filters()));
  protected readonly params = computed(() =>
    auditParams({ ...this.filters(), kind: null, origin: null, judged: 'no', by: null }),
  );
  protected readonly list = new KeysetList<DeviationItem>(async (cursor) => {
    const answer = await this.client.deviations(askedDeviations(this.filters(), this.time.now(), cursor));
    if (answer.ok && answer.value.about) this.about.set(answer.value.about);
    return answer;
  });
  protected readonly items = computed(() =>
    this.list.content().items.map((it) => this.changed().get(it.key) ?? it),
  );
  protected readonly isFirstLoad = computed(
    () => this.grouping() === null && !this.list.content().pages && !this.list.problem(),
  );
  protected readonly groupings = [...DEVIATION_GROUPINGS, 'each'] as const;
  protected readonly tally = computed(() => {
    const about = this.about();
    return about ? this.language.count(`audit.deviations.count.${this.filters().judged}`, about.count) : '';
  });
  /** "Aucun écart, n dossiers, règles v…": of how much, and by which rules. */
  protected readonly nothing = computed(() => {
    const about = this.about();
    if (!about) return { title: '', rules: '' };
    const cases = this.language.count('audit.conformance.cases', about.cases);
    const rules = about.rules.map(
      ({ title, versions }) =>
        `${this.language.localize(title)} ${versions.map((it) => `v${it}`).join(', ')}`,
    );
    return {
      title: this.t('audit.deviations.empty', { cases }),
      rules: rules.length ? this.t('audit.deviations.rules', { rules: this.language.listed(rules) }) : '',
    };
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
        this.changed.set(new Map());
        if (this.grouping() === null) void this.list.loadPages(pages);
      });
      pages = 1;
    });
    inject(DestroyRef).onDestroy(() => {
      this.navigationState.keepState(this.url, {
        list: this.list.content(),
        about: this.about(),
      } satisfies Kept);
    });
  }

  /** The address with something changed. */
  protected with(change: Partial<AuditFilters>) {
    return auditParams({ ...this.filters(), ...change });
  }

  private chooseKind(chosen: string): void {
    const kind = DEVIATION_KINDS.find((it) => it === chosen) ?? null;
    void this.router.navigate([], { queryParams: this.with({ kind, origin: null }) });
  }

  /** It stays on the page with what was said: a list that jumps loses its reader. */
  protected announceJudgement({
    item,
    words,
  }: {
    readonly item: DeviationItem;
    readonly words: string;
  }): void {
    this.changed.update((before) => new Map([...before, [item.key, item]]));
    this.news.set(words);
    setTimeout(() => document.getElementById(`case-of-${item.key.replaceAll(':', '-')}`)?.focus());
  }
}
