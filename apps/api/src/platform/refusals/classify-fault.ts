import { HttpException } from '@nestjs/common';
import { TooMuchWorkError } from '@repere/feel';
import type { ProblemCode } from './problem';
import { LedgerUnwritable } from '../unit/recorder';
import { Refusal, type RefusalDetails } from './refusal';

/** What whatever was thrown means to the reader. */
export function classifyFault(error: unknown): {
  readonly code: ProblemCode;
  readonly details: RefusalDetails;
} {
  if (error instanceof Refusal) return { code: error.code, details: error.details };
  if (error instanceof LedgerUnwritable || isOfMoment(error))
    return { code: 'unavailable', details: { retryAfter: 2 } };
  if (error instanceof TooMuchWorkError)
    return { code: 'refused', details: { reasons: [{ code: 'too-much-work', text: error.reason }] } };
  const status = statusOf(error);
  return { code: BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'invalid' : 'failed'), details: {} };
}

/** Names and places for the log, no messages of the database: they may quote values. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const cause = error.cause === undefined ? '' : ` ← ${describeFault(error.cause)}`;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const isOfDatabase = 'query' in error || 'severity' in error;
  const message = isOfDatabase ? '' : `: ${error.message}`;
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  return [`${error.name}${code}${message}${cause}`, ...places].join('\n');
}

/** What the framework and the body parser throw. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media',
};

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 500;
}

/** Connection lost, server stopping or read-only, disk full, too many connections; deadlock; what PostgreSQL gave up after its time. */
const OF_MOMENT =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|57P0[1-3]|57014|25P0[34]|25006|53\d{3}|08\d{3}|40001|40P01|55P03)$/;

function isOfMoment(error: unknown): boolean {
  // What Node throws of a socket is no `Error` of a test's own realm.
  if (typeof error === 'object' && error !== null && 'code' in error && OF_MOMENT.test(String(error.code)))
    return true;
  if (!(error instanceof Error)) return false;
  // Its connection was closed between two statements: the driver let go of it, and the next one finds none.
  if (/^QueryRunner(Provider)?AlreadyReleasedError$/.test(error.name)) return true;
  return /^Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}
