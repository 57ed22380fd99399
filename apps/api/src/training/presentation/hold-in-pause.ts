import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ActName } from '@repere/audit';
import type { Request } from 'express';
import { Refusal } from '../../platform/refusals/refusal';
import { Pauses } from '../../platform/routes/pauses';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { LeadTokens } from '../play/lead-tokens';
import { PRESENTATION_SQL } from './presentation.query';

/** What changes nothing of the exercise: coming and going, and what somebody is in the middle of writing, which no bell takes away. */
const GOES_ON: readonly ActName[] = [
  ...(['draft.save', 'session.activity', 'session.change-language', 'session.close'] as const),
  ...(['session.end', 'session.end-others', 'session.lock', 'session.step-up'] as const),
];

/** While whoever leads has the class wait, its acts wait as well, whatever a browser shows. In a live space nobody can. */
@Injectable()
export class HoldInPause implements OnModuleInit {
  constructor(
    private readonly pauses: Pauses,
    private readonly units: UnitOfWork,
    private readonly leads: LeadTokens,
  ) {}

  onModuleInit(): void {
    this.pauses.register((request, act) => this.demandGoing(request, act));
  }

  private async demandGoing(request: Request, { type }: DeclaredAct): Promise<void> {
    if (this.units.space.kind !== 'training' || !waitsInPause(request.method, type)) return;
    if (this.leads.leads(request)) return;
    const shown = await PRESENTATION_SQL.read.first(this.units.manager);
    if (shown?.isPaused === true) throw new Refusal('not-allowed', { reasons: [PAUSED] });
  }
}

/** Looking, where what is asked for is too long for an address. */
const LOOKS: readonly ActName[] = [
  ...([
    'case-file.search',
    'case-file.duplicates',
    'mission.frame',
    'service.list',
    'service.match',
  ] as const),
  ...(['step.check', 'training-certificate.check', 'case-file.what-if'] as const),
];

/** Looking is no act. */
export const waitsInPause = (method: string, act: ActName): boolean =>
  method !== 'GET' && !GOES_ON.includes(act) && !LOOKS.includes(act);

const PAUSED = {
  code: 'paused',
  text: {
    fr: 'C’est la pause : la personne qui anime a mis la classe en attente. Ce que vous avez écrit est gardé ; recommencez quand elle reprend.',
    en: 'The trainer has paused: the class waits. What you wrote is kept; do it again once they go on.',
  },
};
