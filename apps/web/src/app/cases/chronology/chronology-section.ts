import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { isWideScreen } from '../../platform/pages/wide-screen';
import { ProblemLine } from '../../platform/problem-line';
import { CaseSession } from '../case-file/case-session';
import { deviationsByEntry } from '../case-file/runs/shown-deviations';
import { ChronologyList } from './chronology-list';

/** What happened, newest first, with the rest one press away. */
@Component({
  selector: 'app-chronology-section',
  imports: [ChronologyList, MatButton, NgTemplateOutlet, ProblemLine],
  template: `
    <section aria-labelledby="chronology-title">
      @if (isFolded()) {
        <details>
          <summary>
            <h2 id="chronology-title" class="short">{{ t('case.chronology.title') }}</h2>
          </summary>
          <ng-container *ngTemplateOutlet="all" />
        </details>
      } @else {
        <h2 id="chronology-title" [class.short]="isShort()">{{ t('case.chronology.title') }}</h2>
        <ng-container *ngTemplateOutlet="all" />
      }
    </section>
    <ng-template #all>
      <app-problem-line [problem]="entries.problem()" (again)="entries.loadPages()" />
      <app-chronology-list
        [caseFileId]="caseFileId()"
        [entries]="shown()"
        [marks]="marks()"
        [isShort]="isShort()"
      />
      @if (hasMore()) {
        <p class="rp-acts rp-screen-only">
          <button matButton="outlined" type="button" (click)="session.showMoreEntries()">
            {{ t('case.chronology.more') }}
          </button>
        </p>
      }
    </ng-template>
  `,
  styles: `
    .short {
      margin: 0 0 0.25rem;
      font-size: 1.2rem;
    }
    summary {
      min-block-size: 44px;
      padding-block: 0.5rem;
      cursor: pointer;
    }
    summary h2 {
      display: inline;
    }
  `,
})
export class ChronologySection {
  protected readonly t = inject(Language).t;
  protected readonly session = inject(CaseSession);
  protected readonly entries = this.session.entries;
  /** The page of the case shows entries of the journal alone, older ones too. */
  private readonly items = computed(() => {
    const { items } = this.entries.content();
    return this.isShort() ? items.filter(({ kind }) => kind !== 'act-beside') : items;
  });
  protected readonly shown = computed(() => this.items().slice(0, this.session.shownEntries()));
  protected readonly hasMore = computed(
    () => this.entries.content().next !== null || this.items().length > this.session.shownEntries(),
  );
  protected readonly marks = computed(() => deviationsByEntry(this.session.caseFile()?.state));

  readonly caseFileId = input.required<string>();
  /** What was said is folded away. */
  readonly isShort = input(false);
  private readonly isWide = isWideScreen();
  protected readonly isFolded = computed(() => this.isShort() && !this.isWide);
}
