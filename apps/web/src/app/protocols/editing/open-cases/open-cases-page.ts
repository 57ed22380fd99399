import { Component, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, Language } from '@repere/ui';
import { PageHeading } from '../../../platform/pages/page-heading';
import { EditingRights } from '../editing-rights';
import { DryRunSession } from './dry-run-session';
import { DryRunView } from './dry-run-view';
import { TitlesInForce } from '../../titles-in-force';

/** Open cases that could go on under a published version: what it would change, then case by case. */
@Component({
  selector: 'app-open-cases-page',
  imports: [DryRunView, Icon, PageHeading, RouterLink],
  providers: [DryRunSession],
  template: `
    <div class="rp-page">
      <p class="rp-screen-only">
        <a class="rp-back" [routerLink]="['/protocoles', name(), version()]">
          <rp-icon name="back" /> {{ titles.titleOf(name()) }} {{ version() }}
        </a>
      </p>
      <h1 appPageHeading>
        {{ t('editing.open-cases.title', { title: titles.titleOf(name()), version: version() }) }}
      </h1>
      <p class="rp-lead">{{ t('editing.open-cases.lead') }}</p>
      @if (rights.mayReview()) {
        <app-dry-run-view [isPublished]="true" (asked)="askForDryRun()" />
      } @else {
        <p>{{ t('editing.open-cases.not-yours') }}</p>
      }
    </div>
  `,
  styles: ``,
})
export class OpenCasesPage {
  private readonly session = inject(DryRunSession);
  protected readonly titles = inject(TitlesInForce);
  protected readonly rights = inject(EditingRights);
  protected readonly t = inject(Language).t;

  // From the address.
  readonly name = input.required<string>();
  readonly version = input.required<string>();

  constructor() {
    effect(() => {
      const [name, version] = [this.name(), this.version()];
      untracked(() => {
        if (!this.rights.mayReview()) return;
        void this.session.findDryRun(
          (it) => it.protocol === name && it.to === version && it.draftId === null,
        );
      });
    });
  }

  protected askForDryRun(): Promise<void> {
    return this.session.askForDryRun({ protocol: this.name(), to: { version: this.version() } });
  }
}
