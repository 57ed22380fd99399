import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SendAddition } from '@repere/contract';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { ActProblem } from '../../platform/act-problem';
import { SendingForm } from '../../platform/form/sending-form';
import { BasisFields } from '../../privacy/case/basis-fields';
import { NO_BASIS, readBasis, requireBasis } from '../../privacy/case/typed-basis';
import { ReferralsClient } from '../referrals-client';

/** Why one line more is sent, and who was told of it before: each addition has its own line in the register of sharing. */
@Component({
  selector: 'app-addition-form',
  imports: [ActProblem, BasisFields, ErrorSummary, MatButton],
  template: `
    <form class="rp-form" novalidate (submit)="sendAddition($event)">
      <rp-error-summary [problems]="form.problems()" />
      <app-basis-fields idPrefix="addition-" [asksGround]="false" [form]="form" />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('referrals.additions.send') }}</button>
      </p>
    </form>
  `,
  styles: `
    :host {
      flex-basis: 100%;
    }
  `,
})
export class AdditionForm {
  private readonly client = inject(ReferralsClient);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly referralId = input.required<string>();
  readonly lineId = input.required<string>();
  readonly sent = output();

  /** Whether they are bound and on which ground, the referral says that it goes with. */
  protected readonly form = new SendingForm({ ...NO_BASIS, ...OF_REFERRAL }, requireBasis, {
    idPrefix: 'addition-',
    ids: { whyChild: 'addition-why-child', whyParents: 'addition-why-parents' },
  });

  protected async sendAddition(event: Event): Promise<void> {
    const addition = this.typedAddition();
    const done = await this.form.sendTyped(
      event,
      (sending) =>
        addition && this.client.sendAddition(this.caseFileId(), this.referralId(), addition, sending),
      { about: [this.referralId(), this.lineId()] },
    );
    if (done) this.sent.emit();
  }

  /** `null` while something is missing. */
  private typedAddition(): SendAddition | null {
    const basis = readBasis(this.form.typed());
    if (!basis) return null;
    const { why, child, parents } = basis;
    return { lineId: this.lineId(), why, child, parents };
  }
}

const OF_REFERRAL = { bound: 'yes', ground: 'shared-secret' } as const;
