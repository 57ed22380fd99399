import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '@repere/ui';
import { PageHeading } from '../../platform/pages/page-heading';
import { casePath } from '../case-paths';
import { DuplicateList } from './duplicate-list';

/** Is this the child of another case? Asked within the day of whoever opened the case before answering. */
@Component({
  selector: 'app-same-child-page',
  imports: [DuplicateList, PageHeading, RouterLink],
  template: `
    <div class="rp-page">
      <p>
        <a [routerLink]="path()">{{ t('approvals.duplicates.back') }}</a>
      </p>
      <h1 appPageHeading>{{ t('approvals.duplicates.title') }}</h1>
      <app-duplicate-list [of]="caseFileId()" />
    </div>
  `,
})
export class SameChildPage {
  protected readonly t = inject(Language).t;
  readonly caseFileId = input.required<string>();
  protected readonly path = computed(() => casePath(this.caseFileId()));
}
