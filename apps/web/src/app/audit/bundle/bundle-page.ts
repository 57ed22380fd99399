import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import { casePath } from '../../cases/case-paths';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { BundleList } from './bundle-list';
import { BundlesSession } from './bundles-session';
import { OrderForm } from './order-form';
import { AUDIT_PAGES } from '../pages';

/** Evidence of a case to take away: what it holds, what to leave out, how far it is, how to check it. */
@Component({
  selector: 'app-bundle-page',
  imports: [ActProblem, BundleList, OrderForm, PageHeading, ProblemLine, RouterLink],
  providers: [BundlesSession],
  templateUrl: './bundle-page.html',
  styleUrl: './bundle-page.scss',
})
export class BundlePage {
  private readonly title = inject(PageTitle);
  protected readonly session = inject(BundlesSession);
  protected readonly t = inject(Language).t;

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly bundles = this.session.bundles;
  protected readonly caseFile = computed(() => casePath(this.caseFileId()));
  protected readonly holds = ['entries', 'access-log', 'dossier', 'protocols', 'proof'] as const;

  constructor() {
    effect(() => {
      const id = this.caseFileId();
      untracked(() => void this.session.loadBundles(id));
    });
    effect(() => {
      const bundles = this.bundles();
      if (bundles) this.title.name(AUDIT_PAGES.bundle.title, bundles.reference);
    });
  }

  protected reload(): void {
    void this.session.loadBundles(this.caseFileId());
  }
}
