import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Problem } from '@repere/cases';
import type { Request, Response } from 'express';
import { PROBLEMS, type ProblemCode } from './problem';
import { readerLanguage } from './reader-language';
import { LedgerUnwritable } from './recorder';
import { Refusal, type RefusalDetails } from './refusal';

/** Turns whatever was thrown into problem details (RFC 9457). Nothing of the data, of SQL or of a stack leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const { code, details } = classify(error);
    if (code === 'failed' || code === 'unavailable') this.logger.error(describe(error));
    if (response.headersSent) {
      response.end();
      return;
    }
    const { status, title } = PROBLEMS[code];
    const correlation = response.getHeader('X-Correlation-Id');
    const problem: Problem = {
      type: `/problems/${code}`,
      title: title[readerLanguage(request)],
      status,
      code,
      ...(details.reasons ? { reasons: details.reasons } : {}),
      ...(details.changes ? { changes: details.changes } : {}),
      ...(typeof correlation === 'string' ? { correlation } : {}),
    };
    if (details.retryAfter !== undefined) response.setHeader('Retry-After', String(details.retryAfter));
    response.removeHeader('ETag');
    response.setHeader('Cache-Control', 'no-store');
    response.status(status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

function classify(error: unknown): { readonly code: ProblemCode; readonly details: RefusalDetails } {
  if (error instanceof Refusal) return { code: error.code, details: error.details };
  if (error instanceof LedgerUnwritable || isConnectionLost(error))
    return { code: 'unavailable', details: {} };
  const status = statusOf(error);
  const known = (Object.entries(BY_STATUS) as [string, ProblemCode][]).find(([of]) => Number(of) === status);
  return { code: known?.[1] ?? (status >= 400 && status < 500 ? 'invalid' : 'failed'), details: {} };
}

/** What the framework and the body parser throw. */
const BY_STATUS = {
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media',
} as const;

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 500;
}

const CONNECTION_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08003',
];

function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    CONNECTION_CODES.includes(code) ||
    /^Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  );
}

/** Names and places, no messages of the database: they may quote values. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const cause = error.cause === undefined ? '' : ` ← ${describe(error.cause)}`;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const isOfDatabase = 'query' in error || 'severity' in error;
  const message = isOfDatabase ? '' : `: ${error.message}`;
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n');
  return `${error.name}${code}${message}${cause}\n${stack}`;
}
