import { Component, effect, inject, input, untracked } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { Icon, Language } from '@repere/ui';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { DraftChecker } from './checking/draft-checker';
import { DraftNotices } from './draft-notices';
import { DraftSession } from './draft-session';
import { EditorPosition } from './text/editor-position';

/** What the pages of one draft stand in: it is read, written, checked and saved here, once for all of them. */
@Component({
  selector: 'app-draft-frame',
  imports: [DraftNotices, Icon, PageHeading, ProblemLine, RouterLink, RouterOutlet],
  providers: [DraftSession, DraftChecker, EditorPosition],
  template: `
    <div class="rp-page">
      <p class="rp-screen-only">
        <a class="rp-back" routerLink="/protocoles/brouillons"
          ><rp-icon name="back" /> {{ t('editing.list.title') }}</a
        >
      </p>
      @if (session.draft()) {
        <app-draft-notices />
        <router-outlet />
      } @else if (session.problem(); as problem) {
        <h1 appPageHeading>{{ t('editing.titles.text') }}</h1>
        <app-problem-line [problem]="problem" (again)="loadDraft()" />
      } @else {
        <div class="rp-bones" aria-hidden="true"></div>
      }
    </div>
  `,
  styles: `
    .rp-page {
      max-inline-size: 84rem;
    }
    p {
      margin: 0;
    }
    .rp-bones {
      block-size: 50rem;
    }
  `,
  host: {
    '(window:beforeunload)': 'warn($event)',
    '(window:keydown)': 'hearEvent($event)',
  },
})
export class DraftFrame {
  protected readonly t = inject(Language).t;
  protected readonly session = inject(DraftSession);

  // From the address.
  readonly id = input.required<string>();

  constructor() {
    effect(() => {
      this.id();
      untracked(() => void this.loadDraft());
    });
  }

  hasUnsaved(): boolean {
    return this.session.isChanged();
  }

  protected loadDraft(): Promise<void> {
    return this.session.loadDraft(this.id());
  }

  protected warn(event: Event): void {
    if (this.session.isChanged()) event.preventDefault();
  }

  /** Ctrl+S saves the draft wherever one stands, not the page as a file. */
  protected hearEvent(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    if (this.session.mayWrite()) void this.session.saveDraft();
  }
}
