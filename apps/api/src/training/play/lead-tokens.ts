import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Refusal } from '../../platform/refusals/refusal';
import { placeOfRequest, type RequestPlace } from '../../platform/requests/request-origin';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { PersonGate } from '../../platform/unit/person-gate';
import { SpaceCookies } from './space-cookies';

/** Who leads in a training space: whoever entered it from the page *Formation*. A cookie that the live space gives says so. */
@Injectable()
export class LeadTokens {
  constructor(
    private readonly spaces: Spaces,
    private readonly cookies: SpaceCookies,
    private readonly gate: PersonGate,
  ) {}

  /** `until`: the latest end of the live session by which somebody enters, epoch ms; nobody leads longer. */
  async giveToken(response: Response, key: string, until: number): Promise<void> {
    const space = await this.spaces.findSpace(key);
    if (space?.kind !== 'training') throw new Refusal('space-shut');
    this.cookies.giveCookie(response, space, 'lead', { until });
  }

  /** Into another space from this one, for as long as the token of this one holds: going to and fro makes it no longer. */
  async passToken(request: Request, response: Response, key: string): Promise<void> {
    const space = await this.spaces.findSpace(key);
    if (space?.kind !== 'training') throw new Refusal('space-shut');
    const here = this.cookies.readToken(request, placeOfRequest(request).space, 'lead');
    if (!here) throw new Refusal('not-allowed', { reasons: [NOT_LEADING] });
    // Who leads there already is known there, and has their time.
    if (this.cookies.readToken(request, space, 'lead')) return;
    this.cookies.giveCookie(response, space, 'lead', { until: here.until });
  }

  leads(request: Request): boolean {
    return this.cookies.readCookie(request, placeOfRequest(request).space, 'lead') !== null;
  }

  /**
   * What `work` gives whoever leads here, who waits their turn among their own requests; refuses everybody else. In a live space there is
   * nothing of the kind. `nonce`: what the cookie says at random, which tells one browser from another.
   */
  asLead<T>(request: Request, work: (place: RequestPlace, nonce: string) => Promise<T>): Promise<T> {
    const place = placeOfRequest(request);
    if (place.space.kind !== 'training') throw new Refusal('not-found');
    const nonce = this.cookies.readCookie(request, place.space, 'lead');
    if (nonce === null) throw new Refusal('not-allowed', { reasons: [NOT_LEADING] });
    return this.gate.pass(`${place.space.id} lead ${nonce}`, () => work(place, nonce));
  }

  clear(response: Response, space: Space): void {
    this.cookies.clear(response, space, 'lead');
  }
}

const NOT_LEADING = {
  code: 'not-leading',
  text: {
    fr: 'Seul qui anime peut faire cela : entrez dans l’espace depuis la page Formation.',
    en: 'Only whoever leads may do this: enter the space from the page Training.',
  },
};
