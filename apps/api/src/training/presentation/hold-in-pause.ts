import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Request } from 'express';
import { Refusal } from '../../platform/refusals/refusal';
import { placeOfRequest } from '../../platform/requests/request-origin';
import { type AskPause, Pauses } from '../../platform/routes/pauses';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { LeadTokens } from '../play/lead-tokens';
import { PRESENTATION_SQL } from './presentation.query';

/**
 * While whoever leads has the class wait, what it does waits as well, whatever a browser shows: every writing route, with or without
 * an account, whose description does not say why it goes on. In a live space nobody can have anybody wait.
 */
@Injectable()
export class HoldInPause implements AskPause, OnModuleInit {
  constructor(
    private readonly pauses: Pauses,
    private readonly units: UnitOfWork,
    private readonly leads: LeadTokens,
  ) {}

  onModuleInit(): void {
    this.pauses.register(this);
  }

  async demandGoingInUnit(request: Request): Promise<void> {
    if (!this.canWait(request)) return;
    const shown = await PRESENTATION_SQL.read.first(this.units.manager);
    if (shown?.isPaused === true) throw new Refusal('not-allowed', { reasons: [PAUSED] });
  }

  async demandGoing(request: Request): Promise<void> {
    if (!this.canWait(request)) return;
    await this.units.unrecorded('system:access', placeOfRequest(request), () =>
      this.demandGoingInUnit(request),
    );
  }

  private canWait(request: Request): boolean {
    return placeOfRequest(request).space.kind === 'training' && !this.leads.leads(request);
  }
}

const PAUSED = {
  code: 'paused',
  text: {
    fr: 'C’est la pause : la personne qui anime a mis la classe en attente. Ce que vous avez écrit est gardé ; recommencez quand elle reprend.',
    en: 'The trainer has paused: the class waits. What you wrote is kept; do it again once they go on.',
  },
};
