import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { Language } from '@repere/ui';
import { PageHeading } from '../../platform/pages/page-heading';
import { Session } from '../session';
import { FactorsSection } from './factors-section';

/** Before anything else opens, where a second factor is required: why, and how to set one up. */
@Component({
  selector: 'app-enrol-page',
  imports: [FactorsSection, PageHeading],
  template: `
    <div class="rp-page enrol">
      <h1 appPageHeading>{{ t('factors.enrol.title') }}</h1>
      <p class="rp-lead">{{ t('factors.enrol.lead') }}</p>
      <app-factors-section [isTitled]="false" (settled)="goOn()" />
    </div>
  `,
  styles: `
    .enrol {
      max-inline-size: 48rem;
    }
  `,
})
export class EnrolPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly t = inject(Language).t;

  /** Where one wanted to go. */
  readonly puis = input<string>();

  protected async goOn(): Promise<void> {
    await this.session.beginSession();
    const wanted = this.puis();
    await this.router.navigateByUrl(wanted?.startsWith('/') ? wanted : '/');
  }
}
