import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CaseAccessLog, AccessEvent } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { CaseCrumb } from '../../cases/case-file/heading/case-crumb';
import { casePath } from '../../cases/case-paths';
import { KeysetList } from '../../platform/keyset-list';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { AccessLogGroup } from './access-log-group';
import { groupAccessEvents, type AccessEventGroup } from './group-events';
import { AccessLogClient } from './access-log-client';
import { AUDIT_PAGES } from '../pages';

/** Who opened this case? By person and day: what is unusual first, then all, newest first. */
@Component({
  selector: 'app-access-log-page',
  imports: [CaseCrumb, AccessLogGroup, MatButton, PageHeading, ProblemLine, RouterLink],
  templateUrl: './access-log-page.html',
  styleUrl: './access-log-page.scss',
})
export class AccessLogPage {
  private readonly client = inject(AccessLogClient);
  private readonly title = inject(PageTitle);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  // From the address.
  readonly caseFileId = input.required<string>();

  /** What came with the first page. */
  protected readonly head = signal<CaseAccessLog | null>(null);
  protected readonly list = new KeysetList<AccessEvent>((cursor) => this.fetch(cursor));
  protected readonly news = signal('');
  protected readonly path = computed(() => casePath(this.caseFileId()));
  /** What is unusual, by person and day: the most reasons first. */
  protected readonly unusual = computed(() =>
    groupAccessEvents(this.head()?.unusual ?? [], (at) => this.time.day(at)).toSorted(
      (one, other) => other.reasons.length - one.reasons.length,
    ),
  );
  /** By the day on which they were, where the case is, and by person. */
  protected readonly days = computed(() => {
    const days: { readonly day: string; readonly groups: AccessEventGroup[] }[] = [];
    for (const group of groupAccessEvents(this.list.content().items, (at) => this.time.day(at))) {
      const last = days.at(-1);
      if (last?.day === group.day) last.groups.push(group);
      else days.push({ day: group.day, groups: [group] });
    }
    return days;
  });

  constructor() {
    effect(() => {
      this.caseFileId();
      untracked(() => void this.list.loadPages());
    });
    effect(() => {
      const head = this.head();
      if (head) this.title.name(AUDIT_PAGES.accessLog.title, head.reference);
    });
  }

  protected async showAsked(): Promise<void> {
    this.news.set(this.t('audit.access-log.ask.sent'));
    await this.list.loadPages(this.list.content().pages);
  }

  private async fetch(cursor?: string) {
    const answer = await this.client.readAccessLog(this.caseFileId(), cursor);
    if (answer.ok && cursor === undefined) {
      this.time.zone.set(answer.value.zone);
      this.head.set(answer.value);
    }
    return answer;
  }
}
