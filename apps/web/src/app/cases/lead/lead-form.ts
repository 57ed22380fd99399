import { Component, inject, input, signal } from '@angular/core';
import type { CaseFile } from '@repere/contract';
import { Language } from '@repere/ui';
import { ProposeLead } from './propose-lead';

/** Proposing the lead, folded: who may be asked, and the form, are loaded once somebody opens it. */
@Component({
  selector: 'app-lead-form',
  imports: [ProposeLead],
  template: `
    <details (toggle)="isOpened.set(true)">
      <summary>{{ t('case.lead-form.propose') }}</summary>
      @if (isOpened()) {
        @defer (on immediate) {
          <app-propose-lead [caseFile]="caseFile()" />
        }
      }
    </details>
  `,
  styleUrl: '../case-file/fold-form.scss',
})
export class LeadForm {
  protected readonly t = inject(Language).t;

  readonly caseFile = input.required<CaseFile>();

  protected readonly isOpened = signal(false);
}
