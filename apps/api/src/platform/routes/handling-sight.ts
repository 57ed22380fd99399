import { Injectable } from '@nestjs/common';
import type { ProblemReasonDto } from '../answers/openapi';
import { Refusal } from '../refusals/refusal';

/** Whether who is here may see how a case was handled beside its protocols. Implemented by training; the platform only needs the question. */
export interface AskHandling {
  /** In the unit of work of the request. `null`: they may. */
  whyHidden(): Promise<ProblemReasonDto | null>;
}

/** What departs from the protocols is told at many doors; all of them ask here. Nobody hides anything of it in a live space. */
@Injectable()
export class HandlingSight {
  private asked: AskHandling | null = null;

  register(asked: AskHandling): void {
    this.asked = asked;
  }

  /** Whether a page that tells more than this leaves it out. */
  async isHidden(): Promise<boolean> {
    return ((await this.asked?.whyHidden()) ?? null) !== null;
  }

  /** Throws `not-allowed` where nothing else is told. */
  async demandShown(): Promise<void> {
    const reason = await this.asked?.whyHidden();
    if (reason) throw new Refusal('not-allowed', { reasons: [reason] });
  }
}
