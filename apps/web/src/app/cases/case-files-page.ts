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
import { MatAnchor, MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { CaseFilePage, CaseFileSummary } from '@repere/contract';
import { Icon, Language, capitalised } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { Session } from '../access/session';
import { writeThrough } from '../platform/form/write-through';
import { NavigationStateStore } from '../platform/navigation-state-store';
import { PageHeading } from '../platform/pages/page-heading';
import { ProblemLine } from '../platform/problem-line';
import { filterParams, readFilters, searchOf, SORTS, type CaseFilters } from './case-filters';
import { CaseRow } from './case-row';
import { CasesClient } from './cases-client';
import { KeysetList, type ListContent } from '../platform/keyset-list';

const PAUSE = 300;

interface Kept {
  readonly text: string;
  readonly list: ListContent<CaseFileSummary>;
  readonly dangers: CaseFilePage['dangers'];
}

/** Where is this child's case? One field to search, filters in sight, going back finds everything as it was. */
@Component({
  selector: 'app-case-files-page',
  imports: [CaseRow, EmptyState, FormField, Icon, MatAnchor, MatButton, PageHeading, ProblemLine, RouterLink],
  templateUrl: './case-files-page.html',
  styleUrl: './case-files-page.scss',
})
export class CaseFilesPage {
  private readonly client = inject(CasesClient);
  private readonly navigationState = inject(NavigationStateStore);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private readonly session = inject(Session);
  protected readonly worksOnCases = this.session.worksOnCases;
  protected readonly mayBreakGlass = this.session.mayDo('break-glass');
  protected readonly mayOpen = this.session.mayDo('open');
  protected readonly scopes = ['team', 'mine'] as const;
  protected readonly sorts = SORTS;

  /** From the address. */
  readonly scope = input<string>();
  readonly late = input<string>();
  readonly danger = input<string>();
  readonly sort = input<string>();

  private readonly kept = this.navigationState.found<Kept>(this.router.url);
  private readonly text = signal(this.kept?.text ?? '');
  protected readonly searchField = form(
    writeThrough<string>(
      () => this.text(),
      (typed) => this.type(typed),
    ),
  );
  /** What the danger may be, in the words of the protocols. */
  protected readonly dangers = signal(this.kept?.dangers ?? []);
  protected readonly list = new KeysetList<CaseFileSummary>(async (cursor) => {
    const answer = await this.client.search(searchOf(this.filters(), this.text(), cursor));
    if (answer.ok) this.dangers.set(answer.value.dangers);
    return answer;
  });
  protected readonly capitalised = capitalised;
  protected readonly localize = this.language.localize;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private url = this.router.url;

  protected readonly filters = computed(() =>
    readFilters({ scope: this.scope(), late: this.late(), danger: this.danger(), sort: this.sort() }),
  );
  protected readonly isFirstLoad = computed(() => !this.list.content().pages && !this.list.problem());
  protected readonly tally = computed(() => {
    if (!this.list.content().pages) return this.t('cases.search.loading');
    const { items, next } = this.list.content();
    const found = this.language.count('cases.search.found', items.length);
    return next ? this.t('cases.search.found-more', { found }) : found;
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
      clearTimeout(this.typing);
      this.navigationState.keepState(this.url, {
        text: this.text(),
        list: this.list.content(),
        dangers: this.dangers(),
      } satisfies Kept);
    });
  }

  /** The address with one filter changed. */
  protected with(change: Partial<CaseFilters>) {
    return filterParams({ ...this.filters(), ...change });
  }

  /** As the interface names what nobody has weighed yet. */
  protected readonly toWeigh = 'to_weigh';

  protected toggled(danger: string): readonly string[] {
    const chosen = this.filters().danger;
    return chosen.includes(danger) ? chosen.filter((each) => each !== danger) : [...chosen, danger];
  }

  /** Searches once the typing pauses; Enter doesn't wait. */
  private type(typed: string): void {
    this.text.set(typed);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.list.loadPages(), PAUSE);
  }

  protected search(event: Event): void {
    event.preventDefault();
    clearTimeout(this.typing);
    void this.list.loadPages();
  }
}
