import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { type Observable, defaultIfEmpty, from, lastValueFrom, mergeMap } from 'rxjs';
import { Authentication } from './authentication';
import { AfterActs } from './around/after-acts';
import { BeforeActs } from './around/before-acts';
import { Idempotency } from '../requests/idempotency';
import { PersonGate } from './person-gate';
import { placeOfRequest } from '../requests/request-origin';
import { NeededRights } from '../routes/needed-rights';
import { HandlingSight } from '../routes/handling-sight';
import { Pauses } from '../routes/pauses';
import { type DeclaredRoute, ROUTE } from '../routes/route';
import { UnitOfWork } from './unit-of-work';

/**
 * Runs each route in its unit of work, for whoever has the right that its description needs; a request that is repeated gets the
 * answer that was kept. The answer leaves only when the transaction is committed.
 */
@Injectable()
export class UnitInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly units: UnitOfWork,
    private readonly authentication: Authentication,
    private readonly idempotency: Idempotency,
    private readonly gate: PersonGate,
    private readonly before: BeforeActs,
    private readonly after: AfterActs,
    private readonly rights: NeededRights,
    private readonly pauses: Pauses,
    private readonly handling: HandlingSight,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<DeclaredRoute | undefined>(ROUTE, context.getHandler());
    if (!route) throw new Error(`${context.getClass().name}.${context.getHandler().name} is not described`);
    const { act, needs, waitsInPause, tellsHandling } = route;
    const request = context.switchToHttp().getRequest<Request>();
    if (!act) {
      const handled = (): Observable<unknown> =>
        route.unbound === 'hashes-password' ? this.inTurn(request, next) : next.handle();
      return waitsInPause ? from(this.pauses.demandGoing(request)).pipe(mergeMap(handled)) : handled();
    }
    const response = context.switchToHttp().getResponse<Response>();
    const requestContext = {
      ...placeOfRequest(request),
      enter: this.authentication.ofRequest(request),
      readsOnly: request.method === 'GET',
    };
    const work = async (): Promise<unknown> => {
      await this.rights.demand(needs, request, act.idempotent);
      if (tellsHandling) await this.handling.demandShown();
      return lastValueFrom(next.handle().pipe(defaultIfEmpty(undefined)));
    };
    const admit = async (): Promise<void> => {
      this.authentication.admit(request, act);
      if (waitsInPause) await this.pauses.demandGoingInUnit(request);
    };
    const inUnit = (): Promise<unknown> =>
      this.units.runAct(requestContext, act, async () => {
        await admit();
        return act.idempotent ? this.idempotency.once(request, response, act, work) : work();
      });
    const whole = async (): Promise<unknown> => {
      const answer = await this.before.runBefore(requestContext, act, request, admit, inUnit);
      if (!requestContext.readsOnly) await this.after.runAfter(requestContext.space);
      return answer;
    };
    return from(this.authentication.personOf(request).then((person) => this.gate.pass(person, whole)));
  }

  /** Among the requests of who is signed in; the handler opens its own units of work. */
  private inTurn(request: Request, next: CallHandler): Observable<unknown> {
    const work = (): Promise<unknown> => lastValueFrom(next.handle().pipe(defaultIfEmpty(undefined)));
    return from(this.authentication.personOf(request).then((person) => this.gate.pass(person, work)));
  }
}
