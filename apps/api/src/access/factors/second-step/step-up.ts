import { Injectable } from '@nestjs/common';
import { Refusal } from '../../../platform/refusals/refusal';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { SessionAuthentication } from '../../sign-in/session-authentication';
import { machineNow } from '../../../platform/clocks';

/** Before something grave: whoever sits there has shown a moment ago that it is them. */
@Injectable()
export class StepUp {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly authentication: SessionAuthentication,
  ) {}

  /**
   * Passes when the account of this unit of work signed in, or stepped up, at most `minutes` ago by the machine's clock;
   * else refuses with `step-up-required`: the page asks, and sends the same request again.
   */
  require(minutes: number): void {
    // Fictional staff has nothing to show, and nobody to show it.
    if (this.unit.space.kind === 'training') return;
    const { strengthenedAt } = this.authentication.sessionIn(this.unit.manager);
    if (machineNow() - strengthenedAt.getTime() > minutes * 60_000) throw new Refusal('step-up-required');
  }
}
