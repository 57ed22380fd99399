import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiCookieAuth, ApiHeader } from '@nestjs/swagger';
import type { ActName, Purpose } from '@repere/audit';
import { Refuses } from './openapi';

/** What a route does, in the server's words: this is the name in the ledger, never the client's. */
export interface DeclaredAct {
  /** `case-file.read`, `step.complete`, `session.open`: each has its words in the access log. */
  readonly type: ActName;
  /** Why the data are handled: ends up in the ledger. */
  readonly purpose: Purpose;
  /** A repeated `Idempotency-Key` gives the first answer again. */
  readonly idempotent: boolean;
  /** No event of itself; what it shows or changes, if anything, it records where that happens. */
  readonly isUnrecorded?: boolean;
  /** Open also to an account that has to set up its second factor first. */
  readonly whileEnrolling?: boolean;
}

export const ACT = 'repere:act';
export const OPEN_DOOR = 'repere:open-door';

/**
 * Runs the route in one unit of work, as the account that is signed in (else 401), recorded in the ledger under this name.
 * A route has `@Act` or `@OpenDoor`; without either it is refused.
 */
export function Act(
  type: ActName,
  options: {
    purpose?: Purpose;
    idempotent?: boolean;
    isUnrecorded?: boolean;
    whileEnrolling?: boolean;
  } = {},
): MethodDecorator {
  const act: DeclaredAct = {
    type,
    purpose: options.purpose ?? 'care',
    idempotent: options.idempotent ?? false,
    isUnrecorded: options.isUnrecorded ?? false,
    whileEnrolling: options.whileEnrolling ?? false,
  };
  const documented = [
    ApiCookieAuth(),
    Refuses(
      'unauthenticated',
      'cross-site',
      'unavailable',
      ...(act.whileEnrolling ? [] : (['second-factor-due'] as const)),
    ),
  ];
  const repeatable = [
    ApiHeader({ name: 'Idempotency-Key', required: true, description: '8 to 100 letters, digits, hyphens' }),
    Refuses('key-missing', 'key-reused', 'not-found', 'not-allowed'),
  ];
  return applyDecorators(SetMetadata(ACT, act), ...documented, ...(act.idempotent ? repeatable : []));
}

/** The route needs nobody signed in and opens its own units of work, if any. */
export const OpenDoor = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN_DOOR, true);
