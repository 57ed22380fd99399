import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../../platform/refusals/refusal';
import { placeOfRequest, type RequestPlace } from '../../platform/requests/request-origin';
import { PersonGate } from '../../platform/unit/person-gate';
import { deviceOf } from '../learners/device-of';
import { SpaceCookies } from '../play/space-cookies';
import { PRESENTATION_SQL } from './presentation.query';

/** A browser that looks at what is presented, as its cookie says. */
export interface Watcher {
  readonly leads: boolean;
  /** Tells one browser from another. */
  readonly nonce: string;
  /** Epoch ms, by the machine's clock: how long its cookie holds. */
  readonly until: number;
}

/** Who watches: whoever leads in this training space, or a browser that came by its code. In a live space there is nothing to watch. */
@Injectable()
export class Watchers {
  constructor(
    private readonly cookies: SpaceCookies,
    private readonly gate: PersonGate,
  ) {}

  /** What `work` gives, which asks whether a learner was admitted: that stands in the space. */
  asWatcher<T>(request: Request, work: (place: RequestPlace, watcher: Watcher) => Promise<T>): Promise<T> {
    const place = placeOfRequest(request);
    if (place.space.kind !== 'training') throw new Refusal('not-found');
    const lead = this.cookies.readToken(request, place.space, 'lead');
    const token = lead ?? this.cookies.readToken(request, place.space, 'learner');
    if (!token) throw notIn();
    const watcher = { ...token, leads: lead !== null };
    return this.gate.pass(`${place.space.id} ${watcher.leads ? 'lead' : 'learner'} ${token.nonce}`, () =>
      work(place, watcher),
    );
  }
}

/** In a unit of work: refuses a browser in which nobody was admitted, or nobody is any more. */
export async function demandWatching(manager: EntityManager, { leads, nonce }: Watcher): Promise<void> {
  if (leads) return;
  const admitted = await PRESENTATION_SQL.admitted.readRows(manager);
  const device = deviceOf(nonce).toString('hex');
  if (!admitted.some((it) => it.device === device)) throw notIn();
}

export const notIn = (): Refusal => new Refusal('not-allowed', { reasons: [NOT_IN] });

const NOT_IN = {
  code: 'not-in-class',
  text: {
    fr: 'Seuls voient ce qui est présenté ceux que la personne qui anime a fait entrer.',
    en: 'Only those whom whoever leads has let in see what is presented.',
  },
};
