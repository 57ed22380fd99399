import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import {
  ApiConsumes,
  ApiCookieAuth,
  ApiExtension,
  ApiHeader,
  ApiOperation,
  ApiParam,
  type ApiParamOptions,
  ApiProduces,
  ApiQuery,
  type ApiQueryOptions,
  ApiResponse,
} from '@nestjs/swagger';
import type { ActName, Purpose } from '@repere/audit';
import type { DeclaredAct } from '../unit/act';
import { describeRefusal } from '../answers/openapi';
import { PROBLEMS, type ProblemCode } from '../refusals/problem';
import { answered, type RouteAnswers } from './route-answers';
import type { RouteNeeds } from './route-needs';

type Verb = 'POST' | 'PUT' | 'DELETE';
type At<V extends string> = V | `${V} ${string}`;

/** Everything that a route is described by: documentation, record, rights and tests read it from here. */
interface Described {
  readonly summary: string;
  readonly description?: string;
  readonly needs: RouteNeeds;
  readonly answers: RouteAnswers;
  /** Besides what its other parts imply: who isn't signed in, may not, sends no key or an old version. */
  readonly refuses: readonly ProblemCode[];
  readonly query?: readonly ApiQueryOptions[];
  readonly params?: readonly ApiParamOptions[];
  readonly consumes?: string;
  /** Takes `If-Match`: the number that the sender read. */
  readonly ifMatch?: keyof typeof IF_MATCH;
}

/** Runs in one unit of work, as the account that is signed in (else 401), recorded in the ledger under this name. */
interface Recorded extends Described {
  readonly act: ActName;
  /** Why the data are handled: ends up in the ledger. */
  readonly purpose: Purpose;
  readonly needs: Exclude<RouteNeeds, { readonly on: 'open' }>;
  /** No event of itself; what it shows or changes, if anything, it records where that happens. */
  readonly isUnrecorded?: boolean;
  /** It tells what departed from the protocols, and little else: learners of a training space wait for it until the score is shown. */
  readonly tellsHandling?: boolean;
  /** Open also to an account that has to set up its second factor first. */
  readonly whileEnrolling?: boolean;
}

/** Opens its own units of work, if any: they name their acts. Nothing is asked at the door but what its reason says. */
type Unbound = Described & { readonly act: null } & (
    | { readonly unbound: 'shows-no-case' | 'nobody-signed-in'; readonly needs: { readonly on: 'open' } }
    | { readonly unbound: 'hashes-password'; readonly needs: { readonly on: 'own' } }
  );

/**
 * Why no unit of work can be opened for a route at the door. `shows-no-case`: it knows nothing of cases and accounts.
 * `nobody-signed-in`: a password, a code, a link or a provider says who it is, and the handler asks for that. `hashes-password`: takes
 * too long for a transaction to wait; the handler enters as who is signed in, and waits its turn among their requests.
 */
export type UnboundReason = Unbound['unbound'];

/**
 * Why a writing route goes on while whoever leads has the class wait; one that says nothing waits, unless whoever leads asks. `looks`: what
 * is asked for is too long for an address, or a secret. `comes-and-goes`: signing in, out, and being there. `keeps-draft`: what somebody is
 * in the middle of writing, which no bell takes away.
 */
export const GOES_ON_REASONS = ['looks', 'comes-and-goes', 'keeps-draft'] as const;
type GoesOnReason = (typeof GOES_ON_REASONS)[number];
interface Pausing {
  readonly goesOn?: GoesOnReason;
}

/** `once`: a repeated `Idempotency-Key` gives the first answer again. */
type Write = (Unbound | (Recorded & { readonly once: boolean; readonly unbound?: never })) & Pausing;
type Read = (Unbound | (Recorded & { readonly unbound?: never })) & {
  readonly once?: never;
  readonly goesOn?: never;
};

/** What the platform keeps of a description. */
export interface DeclaredRoute {
  /** `null`: the route opens its own units of work. */
  readonly act: DeclaredAct | null;
  /** Why it does; `null`: it doesn’t. */
  readonly unbound: UnboundReason | null;
  readonly needs: RouteNeeds;
  /** Waits as long as whoever leads a training space has the class wait. */
  readonly waitsInPause: boolean;
  /** Waits, for learners of a training space, until the score is shown. */
  readonly tellsHandling: boolean;
}

export const ROUTE = 'repere:route';
/** Where `/api/openapi.json` says of a route what it needs, and under which name it is recorded. */
export const NEEDS_EXTENSION = 'x-needs';
export const ACT_EXTENSION = 'x-act';
/** Where it says that a writing route goes on in a pause, and why. */
export const GOES_ON_EXTENSION = 'x-goes-on-in-pause';

const IF_MATCH = {
  seq: 'The `seq` that was read: `"12"`',
  revision: 'The `revision` that was read: `"3"`; `"0"` when there was none yet',
} as const;

/**
 * The one description of a route. `at`: its verb, and its path below that of the controller: `POST complete`. A part that is left
 * out does not compile; a handler without a description answers nothing.
 */
export function Route(at: At<'GET'>, described: Read): MethodDecorator;
export function Route(at: At<Verb>, described: Write): MethodDecorator;
export function Route(at: At<'GET' | Verb>, described: Read | Write): MethodDecorator {
  const [verb, path = ''] = at.split(' ');
  const {
    summary,
    description,
    needs,
    answers,
    query = [],
    params = [],
    consumes,
    ifMatch,
    goesOn,
  } = described;
  const act = actOf(described);
  const first = answered(answers);
  const produces = [first, ...first.others].flatMap((it) => it.produces);
  const waitsInPause = verb !== 'GET' && goesOn === undefined;
  const tellsHandling = described.act !== null && described.tellsHandling === true;
  const unbound = described.unbound ?? null;
  const declared: DeclaredRoute = { act, unbound, needs, waitsInPause, tellsHandling };
  return applyDecorators(
    RequestMapping({ path, method: RequestMethod[verb as Verb | 'GET'] }),
    HttpCode(first.status),
    SetMetadata(ROUTE, declared),
    ApiOperation({ summary, ...(description !== undefined && { description }) }),
    ...(needs.on === 'open' ? [] : [ApiCookieAuth()]),
    ...query.map((it) => ApiQuery(it)),
    ...params.map((it) => ApiParam(it)),
    ...(consumes === undefined ? [] : [ApiConsumes(consumes)]),
    ...(ifMatch ? [ApiHeader({ name: 'If-Match', required: true, description: IF_MATCH[ifMatch] })] : []),
    ...(act?.idempotent ? [ApiHeader(KEY)] : []),
    ...(produces.length > 0 ? [ApiProduces(...produces)] : []),
    ...[first, ...first.others].map(({ status, response }) => ApiResponse({ ...response, status })),
    ...refusedWith(refusalsOf(described, declared)),
    ApiExtension(NEEDS_EXTENSION, needs),
    ...(act ? [ApiExtension(ACT_EXTENSION, act.type)] : []),
    ...(goesOn ? [ApiExtension(GOES_ON_EXTENSION, goesOn)] : []),
  );
}

const KEY = { name: 'Idempotency-Key', required: true, description: '8 to 100 letters, digits, hyphens' };

function actOf(described: Read | Write): DeclaredAct | null {
  if (described.act === null) return null;
  const { act, purpose, once = false, isUnrecorded = false, whileEnrolling = false } = described;
  return { type: act, purpose, idempotent: once, isUnrecorded, whileEnrolling };
}

/** Every refusal of a route, in the order of their table: what it says itself, and what its parts imply. */
function refusalsOf(
  { needs, refuses, ifMatch }: Described,
  { act, waitsInPause, tellsHandling }: DeclaredRoute,
): readonly ProblemCode[] {
  const all = new Set<ProblemCode>([
    ...refuses,
    ...OF_SPACE,
    ...(act ? SIGNED_IN : []),
    ...(waitsInPause || tellsHandling ? HELD : []),
    ...(act && !act.whileEnrolling ? (['second-factor-due'] as const) : []),
    ...(act?.idempotent ? ONCE : []),
    ...(ifMatch ? VERSIONED : []),
    ...RIGHTS[needs.on],
  ]);
  return (Object.keys(PROBLEMS) as ProblemCode[]).filter((code) => all.has(code));
}

/** Those with the same status share one line. */
const refusedWith = (codes: readonly ProblemCode[]): readonly MethodDecorator[] =>
  [...Map.groupBy(codes, (code) => PROBLEMS[code].status)].map(([status, same]) =>
    ApiResponse({ status, ...describeRefusal(same) }),
  );

/** Every address is one of a space. */
const OF_SPACE = ['space-gone', 'space-shut'] as const;
const SIGNED_IN = ['unauthenticated', 'cross-site', 'unavailable'] as const;
/** In a training space the class may wait for whoever leads. */
const HELD = ['not-allowed'] as const;
const ONCE = ['key-missing', 'key-reused', 'not-found', 'not-allowed'] as const;
const VERSIONED = ['precondition-missing', 'stale'] as const;
const RIGHTS: Readonly<Record<RouteNeeds['on'], readonly ProblemCode[]>> = {
  'case-file': ['not-found'],
  team: ['not-allowed'],
  service: ['not-allowed'],
  lists: [],
  mission: [],
  accounts: [],
  privacy: [],
  own: [],
  'signed-in': [],
  open: [],
};
