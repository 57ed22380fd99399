import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { type Observable, defaultIfEmpty, from, lastValueFrom } from 'rxjs';
import { ACT, type DeclaredAct, OPEN_DOOR } from './act';
import { Authentication } from './authentication';
import { BeforeActs } from './before-acts';
import { Idempotency } from './idempotency';
import { PersonGate } from './person-gate';
import { placeOfRequest } from './request-place';
import { UnitOfWork } from './unit-of-work';

/** Runs each declared route in its unit of work. The answer leaves only when the transaction is committed. */
@Injectable()
export class UnitInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly units: UnitOfWork,
    private readonly authentication: Authentication,
    private readonly idempotency: Idempotency,
    private readonly gate: PersonGate,
    private readonly before: BeforeActs,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(OPEN_DOOR, targets)) return next.handle();
    const act = this.reflector.get<DeclaredAct | undefined>(ACT, context.getHandler());
    if (!act) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no act`);
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const door = {
      ...placeOfRequest(request),
      identify: this.authentication.ofRequest(request),
    };
    const work = (): Promise<unknown> => lastValueFrom(next.handle().pipe(defaultIfEmpty(undefined)));
    const admit = (): void => this.authentication.admit(request, act);
    const inUnit = (): Promise<unknown> =>
      this.units.run(door, act, () => {
        admit();
        return act.idempotent ? this.idempotency.once(request, response, act, work) : work();
      });
    return from(
      this.authentication
        .personOf(request)
        .then((person) =>
          this.gate.pass(person, () => this.before.run(door, act, request.params, admit, inUnit)),
        ),
    );
  }
}
