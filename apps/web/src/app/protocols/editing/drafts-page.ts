import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DraftSummary, Problem } from '@repere/contract';
import type { DraftState } from '@repere/cases';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { BeginForm } from './beginning/begin-form';
import { DraftsClient } from './drafts-client';
import { EditingRights } from './editing-rights';
import { ImportForm } from './beginning/import-form';
import { draftPath } from './draft-paths';

const CLOSED: Readonly<Record<DraftState, boolean>> = {
  ...{ drafting: false, 'in-review': false, approved: false },
  ...{ published: true, abandoned: true },
};

/** What is being written: drafts, newest change first; begin another from a version, or from files. */
@Component({
  selector: 'app-drafts-page',
  imports: [BeginForm, EmptyState, Icon, ImportForm, PageHeading, ProblemLine, RouterLink],
  templateUrl: './drafts-page.html',
  styleUrl: './drafts-page.scss',
})
export class DraftsPage {
  private readonly client = inject(DraftsClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly draftPath = draftPath;
  protected readonly rights = inject(EditingRights);

  protected readonly drafts = signal<readonly DraftSummary[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly lines = computed(() => (this.drafts() ?? []).map((draft) => this.lineOf(draft)));
  protected readonly open = computed(() => this.lines().filter(({ isOpen }) => isOpen));
  protected readonly closed = computed(() => this.lines().filter(({ isOpen }) => !isOpen));

  constructor() {
    void this.loadDrafts();
  }

  protected async loadDrafts(): Promise<void> {
    const answer = await this.client.listDrafts();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.drafts.set(answer.value);
  }

  private lineOf({ id, title, protocol, version, from, state, author, changedAt }: DraftSummary) {
    return {
      id,
      isOpen: !CLOSED[state],
      state: this.t(`editing.state.${state}`),
      title: title ? this.language.localize(title) : protocol,
      version: this.t(from === null ? 'editing.list.new' : 'editing.list.from', {
        version: version ?? '?',
        from: from ?? '',
      }),
      changed: this.t('editing.list.changed', { name: author.name, moment: this.time.moment(changedAt) }),
    };
  }
}
