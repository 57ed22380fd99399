import { Injectable } from '@nestjs/common';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { type RateLimit, RateLimits } from '../../platform/limits/rate-limits';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { HandOverSentDto } from './hand-over.dto';
import { HandOverService } from './hand-over.service';
import { LIST_REACHABLE } from './reachable.query';

/** A night has one hand-over, and somebody who corrects it. */
const OFTEN_ENOUGH: RateLimit = { counted: 'hand-over', most: 6, minutes: 60 };

/** Tells those on duty that a hand-over waits for them: what it says they read here, by their own rights. */
@Injectable()
export class SendHandOverService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly handingOver: HandOverService,
    private readonly mails: AccountMails,
    private readonly limits: RateLimits,
  ) {}

  async sendHandOver(scope: 'me' | 'team'): Promise<HandOverSentDto> {
    const { onDuty, cases } = await this.handingOver.showHandOver(scope);
    if (cases.length === 0) throw new Refusal('refused', { reasons: [NOTHING_WAITS] });
    const people = new Map(
      onDuty
        .filter(({ account }) => account.id !== this.unit.account.id)
        .map(({ account }) => [account.id, account.name]),
    );
    if (people.size === 0) throw new Refusal('refused', { reasons: [NOBODY_ON_DUTY] });
    this.mails.demandRoute();
    await this.limits.passForAccount(OFTEN_ENOUGH, 'too-many');
    const found = await LIST_REACHABLE.readRows(this.unit.manager, [[...people.keys()]]);
    const reachable = new Set(found.map(({ id }) => id));
    for (const id of reachable) await this.mails.addReminder('reminder-hand-over', id);
    this.unit.notes({ told: reachable.size });
    const named = (isReachable: boolean): readonly string[] =>
      [...people].flatMap(([id, name]) => (reachable.has(id) === isReachable ? [name] : []));
    return { told: named(true), unreached: named(false) };
  }
}

const NOTHING_WAITS = {
  code: 'nothing-waits',
  text: {
    fr: 'Rien n’attend cette nuit : il n’y a rien à passer.',
    en: 'Nothing waits tonight: there is nothing to hand over.',
  },
};

const NOBODY_ON_DUTY = {
  code: 'nobody-on-duty',
  text: {
    fr: 'Personne d’autre n’est d’astreinte cette nuit : dites à votre responsable qui prend la suite.',
    en: 'Nobody else is on duty tonight: tell your supervisor who takes over.',
  },
};
