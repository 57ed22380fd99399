import { Injectable } from '@nestjs/common';
import type { RequestPlace } from '../../../platform/requests/request-origin';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { SIGN_IN } from '../../sign-in/open-session.service';
import type { Landing } from './landing';
import { type FlowRefusal, NEWS_OF } from './refused-flow';

/** Writes down that somebody did not come in, and why. */
@Injectable()
export class RefuseFlow {
  constructor(private readonly unit: UnitOfWork) {}

  async land(
    place: RequestPlace,
    provider: string,
    refusal: FlowRefusal,
    {
      on = 'sign-in',
      ...about
    }: { readonly on?: 'sign-in' | 'account'; readonly [note: string]: string | undefined } = {},
  ): Promise<Landing> {
    await this.unit.runAs('system:access', place, SIGN_IN, () =>
      this.unit.recordEvent({
        type: SIGN_IN.type,
        outcome: 'refused',
        payload: { way: 'provider', provider, refusal, ...about },
      }),
    );
    return { page: 'refused', on, news: NEWS_OF[refusal] };
  }
}
