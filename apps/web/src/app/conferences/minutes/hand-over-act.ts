import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ConferencePage } from '@repere/contract';
import { Language } from '@repere/ui';
import { CaseFileClient } from '../../cases/case-file/case-file-client';
import { ActProblem } from '../../platform/act-problem';
import { SendingForm } from '../../platform/form/sending-form';

/** A hand-over of the lead that was decided and is not done yet: by the case's own act, in one press. */
@Component({
  selector: 'app-hand-over-act',
  imports: [ActProblem, MatButton],
  template: `
    @if (page().handOver; as it) {
      <p class="missing">{{ t('conferences.hand-over.open', { name: it.to.name }) }}</p>
      @if (it.mayDo) {
        <form novalidate class="rp-screen-only" (submit)="handOver($event, it.to.id)">
          <app-act-problem [problem]="form.refusal()" />
          <p class="rp-acts">
            <button matButton="filled" type="submit">{{ t('conferences.hand-over.act') }}</button>
          </p>
        </form>
      } @else {
        <p>{{ t('conferences.hand-over.ask') }}</p>
      }
    }
  `,
  styles: `
    .missing {
      margin: 0 0 0.5rem;
      font-weight: 700;
    }
  `,
})
export class HandOverAct {
  private readonly cases = inject(CaseFileClient);
  protected readonly t = inject(Language).t;

  readonly page = input.required<ConferencePage>();
  readonly said = output();

  protected readonly form = new SendingForm({});

  protected async handOver(event: Event, accountId: string): Promise<void> {
    const { caseFileId, seq } = this.page();
    const done = await this.form.sendTyped(
      event,
      (sending) => this.cases.changeLead(caseFileId, accountId, { ...sending, ifMatch: seq }),
      { about: [caseFileId, accountId, seq] },
    );
    if (done) this.said.emit();
  }
}
