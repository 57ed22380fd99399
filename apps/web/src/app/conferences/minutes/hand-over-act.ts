import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ConferencePage, OpenHandOver } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { casePath } from '../../cases/case-paths';
import { LeadClient } from '../../cases/lead/lead-client';
import { ActProblem } from '../../platform/act-problem';
import { SendingForm } from '../../platform/form/sending-form';

/** A hand-over of the lead that was decided and is not done yet: proposed by the case’s own act, in one press. */
@Component({
  selector: 'app-hand-over-act',
  imports: [ActProblem, MatButton, RouterLink],
  template: `
    @if (page().handOver; as it) {
      <p class="missing">{{ says() }}</p>
      @if (it.askedUntil) {
        <p>
          <a [routerLink]="casePath()">{{ t('conferences.hand-over.to-case') }}</a>
        </p>
      } @else if (it.mayDo) {
        <form novalidate class="rp-screen-only" (submit)="proposeLead($event, it)">
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
  private readonly lead = inject(LeadClient);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  readonly page = input.required<ConferencePage>();
  readonly said = output();

  protected readonly form = new SendingForm({});

  protected readonly casePath = computed(() => casePath(this.page().caseFileId));
  protected readonly says = computed(() => {
    const { handOver, zone } = this.page();
    if (!handOver) return '';
    const { name } = handOver.to;
    const { askedUntil } = handOver;
    return askedUntil === null
      ? this.t('conferences.hand-over.open', { name })
      : this.t('conferences.hand-over.asked', { name, until: this.time.deadline(askedUntil, zone) });
  });

  protected async proposeLead(event: Event, { to, why }: OpenHandOver): Promise<void> {
    const { caseFileId, seq } = this.page();
    const proposal = { accountId: to.id, words: why ?? '' };
    const done = await this.form.sendTyped(
      event,
      (sending) => this.lead.proposeLead(caseFileId, proposal, { ...sending, ifMatch: seq }),
      { about: [caseFileId, to.id, seq] },
    );
    if (done) this.said.emit();
  }
}
