import { Injectable } from '@nestjs/common';
import { type Principal, may, mayNowhere } from '@repere/access';
import type { Request } from 'express';
import { principalOf } from '../unit/principal';
import { Refusal } from '../refusals/refusal';
import { UnitOfWork } from '../unit/unit-of-work';
import type { CaseNeed, RouteNeeds } from './route-needs';

/** Asks for a right on one case. Implemented by cases; the platform only needs the question. */
export interface CaseRights {
  /** Throws `not-found` or `not-allowed`. `isWrite`: nobody else writes to it from then on; `entryId`: with this entry of its journal. */
  demand(caseFileId: string, need: CaseNeed, isWrite: boolean, entryId?: string): Promise<void>;
}

/** Asks what a route needs before its handler works, in the unit of work of the request. */
@Injectable()
export class NeededRights {
  private cases: CaseRights | null = null;

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
        return this.cases.demand(textIn(params, 'id') ?? '', needs.act, isWrite, entryId);
      }
      case 'team': {
        if (mayInSomeTeam(principalOf(this.unit.account), needs.act)) return;
        throw new Refusal('not-allowed', { reasons: [mayNowhere(needs.act)] });
      }
      case 'service': {
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
