import { Injectable } from '@nestjs/common';
import {
  type CaseAct,
  type CaseResource,
  may,
  mayNowhere,
  type Principal,
  type ServiceAct,
} from '@repere/access';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import { principalOf } from '../unit/principal';
import { Refusal } from '../refusals/refusal';
import { UnitOfWork } from '../unit/unit-of-work';
import type { CaseNeed, RouteNeeds } from './route-needs';

/** Asks for a right on one case. Implemented by cases; the platform only needs the question. */
export interface CaseRights {
  /** Throws `not-found` or `not-allowed`. `isWrite`: nobody else writes to it from then on. */
  demand(caseFileId: string, need: CaseNeed, isWrite: boolean, part: PartOfCase): Promise<void>;
}

/** With which entry of its journal, by which referral; of the whole case when empty. */
export type PartOfCase = Pick<CaseResource, 'entryId' | 'referralId'>;

/** What a route needed of one case: asked again under the lock. */
export interface NeededOnCase {
  readonly act: Exclude<CaseAct, 'read'>;
  readonly part: PartOfCase;
}

interface Asked {
  readonly needs: RouteNeeds;
  /** Of this case, and which part of it. */
  readonly caseFileId?: string;
  readonly part?: PartOfCase;
}

/**
 * Asks what a route needs before its handler works, in the unit of work of the request. Whoever locks what the route is about learns
 * here which right to ask for again: it is said once, in the description.
 */
@Injectable()
export class NeededRights {
  private cases: CaseRights | null = null;
  /** What was asked for last, by unit of work. */
  private readonly asked = new WeakMap<EntityManager, Asked>();

  constructor(private readonly unit: UnitOfWork) {}

  /** Who is asked for rights on cases. */
  register(cases: CaseRights): void {
    this.cases = cases;
  }

  /** Throws `not-found` or `not-allowed` to whom the right is missing. */
  async demand(
    needs: RouteNeeds,
    { params, body }: Pick<Request, 'params' | 'body'>,
    isWrite: boolean,
  ): Promise<void> {
    switch (needs.on) {
      case 'case-file': {
        if (!this.cases) throw new Error('nobody says who may do what with a case');
        const entryId = 'entry' in needs ? textIn(body, needs.entry) : undefined;
        const referralId =
          'referral' in needs ? (textIn(params, needs.referral) ?? '').toLowerCase() : undefined;
        const part = {
          ...(entryId !== undefined && { entryId }),
          ...(referralId !== undefined && { referralId }),
        };
        const caseFileId = textIn(params, 'id') ?? '';
        this.asked.set(this.unit.manager, { needs, caseFileId, part });
        return this.cases.demand(caseFileId, needs.act, isWrite, part);
      }
      case 'team': {
        if (mayInSomeTeam(principalOf(this.unit.account), needs.act)) return;
        throw new Refusal('not-allowed', { reasons: [mayNowhere(needs.act)] });
      }
      case 'service': {
        this.asked.set(this.unit.manager, { needs });
        const verdict = may(principalOf(this.unit.account), needs.act, { kind: 'service' });
        if (verdict.yes) return;
        throw new Refusal('not-allowed', { reasons: [verdict.reason] });
      }
      case 'lists':
      case 'mission':
      case 'accounts':
      case 'privacy':
      case 'own':
      case 'signed-in':
      case 'open':
        return;
    }
  }

  /** The right to change this case that the route needs. Throws where it needs none: whoever described it was wrong. */
  onCase(caseFileId: string): NeededOnCase {
    const { needs, caseFileId: askedFor, part = {} } = this.asked.get(this.unit.manager) ?? {};
    if (needs?.on !== 'case-file' || askedFor !== caseFileId)
      throw new Error('a case is locked by a route that needs nothing of it');
    const { act } = needs;
    if (act === 'read' || act === 'see' || act === 'see-access-log')
      throw new Error(`a case is locked by a route that needs no more than to ${act} it`);
    return { act, part };
  }

  /** The act of the service that the route needs. Throws where it needs none. */
  onService(): ServiceAct {
    const { needs } = this.asked.get(this.unit.manager) ?? {};
    if (needs?.on !== 'service')
      throw new Error('what is the service’s is locked by a route that needs nothing of it');
    return needs.act;
  }
}

type ActInTeam = Extract<RouteNeeds, { readonly on: 'team' }>['act'];

/** In a team that the account belongs to or is on duty for, or with a case of it. */
const mayInSomeTeam = (principal: Principal, act: ActInTeam): boolean =>
  [...principal.teamIds, ...(principal.dutyTeamIds ?? [])].some(
    (teamId) =>
      may(principal, act, { kind: 'team', teamId }).yes ||
      may(principal, act, { kind: 'case-file', teamId, leadId: null, grants: [] }).yes,
  );

/** The text under this name, if there is one: nobody has looked at what was sent yet. */
function textIn(sent: unknown, name: string | undefined): string | undefined {
  const value: unknown =
    name !== undefined && typeof sent === 'object' && sent !== null ? Reflect.get(sent, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
