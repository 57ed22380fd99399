import { APP_BASE_HREF } from '@angular/common';
import { Component, inject } from '@angular/core';
import { Language } from '@repere/ui';
import { RightsSheetLink } from './rights-sheet-link';

/** The sheet of rights with what a worker has to know before showing it, and what its lines stand on. */
@Component({
  selector: 'app-rights-sheet-card',
  imports: [RightsSheetLink],
  template: `
    <app-rights-sheet-link />
    <p>{{ t('help.rights.exit') }}</p>
    <p>
      <strong>{{ t('help.rights.paper') }}</strong>
    </p>
    <p>
      <a class="grounds" target="_blank" rel="noopener noreferrer" [href]="grounds">{{
        t('help.rights.grounds')
      }}</a>
    </p>
  `,
  styles: `
    p {
      margin: 0 0 0.5rem;
      max-inline-size: 42rem;
    }
    .grounds {
      display: inline-flex;
      align-items: center;
      min-block-size: 40px;
    }
  `,
})
export class RightsSheetCard {
  protected readonly t = inject(Language).t;
  protected readonly grounds = `${inject(APP_BASE_HREF)}feuille/sources`;
}
