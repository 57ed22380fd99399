import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Language, SpaceTime } from '@repere/ui';
import { SaveLine } from '@repere/ui/feedback';
import { ActProblem } from '../../platform/act-problem';
import { PageHeading } from '../../platform/pages/page-heading';
import { tabsOf } from '../../platform/pages/tabs-of';
import { DraftChecker } from './checking/draft-checker';
import { draftPath, type DraftPart } from './draft-paths';
import { DraftSession } from './draft-session';
import { DRAFT_PAGES } from './pages';

/** Which draft, how far it is, where its text is; and its pages, each with how much there is to look at. */
@Component({
  selector: 'app-draft-head',
  imports: [ActProblem, MatButton, PageHeading, RouterLink, SaveLine],
  templateUrl: './draft-head.html',
  styleUrl: './draft-head.scss',
})
export class DraftHead {
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  private readonly checker = inject(DraftChecker);
  protected readonly t = this.language.t;
  protected readonly session = inject(DraftSession);
  protected readonly draft = this.session.current;

  readonly part = input.required<DraftPart>();

  protected readonly title = computed(() => {
    const { title, protocol, version } = this.draft();
    const document = this.checker.document();
    const words = document?.title ?? title;
    return this.t('editing.head.title', {
      title: words ? this.language.localize(words) : protocol,
      version: document?.version ?? version ?? '?',
    });
  });
  protected readonly about = computed(() => {
    const { from, author, changedAt, revision } = this.draft();
    return this.t(from === null ? 'editing.head.new' : 'editing.head.from', {
      from: from ?? '',
      name: author.name,
      moment: this.time.moment(changedAt),
      revision,
    });
  });
  protected readonly saveProblem = computed(() => {
    const refused = this.session.refused();
    return refused?.status === 412 ? null : refused;
  });
  protected readonly published = computed(() => {
    const { state, protocol, version } = this.draft();
    return state === 'published' && version ? ['/protocoles', protocol, version] : null;
  });
  protected readonly tabs = computed(() =>
    tabsOf(DRAFT_PAGES).map((part) => ({
      part,
      path: draftPath(this.draft().id, part),
      count: this.countOf(part),
    })),
  );

  private countOf(part: DraftPart): string {
    const { diff, exploration, comments } = this.draft();
    const { count } = this.language;
    switch (part) {
      case 'text': {
        const errors = this.checker.errors().length;
        return errors ? count('editing.head.errors', errors) : '';
      }
      case 'changes':
        return diff?.changes.length ? String(diff.changes.length) : '';
      case 'safeguards': {
        const broken =
          exploration?.report?.findings.filter(({ verdict }) => verdict === 'broken').length ?? 0;
        return broken ? count('editing.head.broken', broken) : '';
      }
      case 'review': {
        const open = comments.filter(({ settledAt }) => settledAt === null).length;
        return open ? count('editing.head.comments', open) : '';
      }
      case 'cases':
        return '';
    }
  }
}
