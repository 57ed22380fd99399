import type { Request, Response } from 'express';
import { classifyFault } from './classify-fault';
import { PROBLEMS } from './problem';
import { readerLanguage } from '../requests/reader-language';
import type { ProblemDto } from '../answers/openapi';

/** Answers with problem details (RFC 9457) for whatever was thrown. Nothing of the data, of SQL or of a stack leaves. */
export function sendProblem(error: unknown, request: Request, response: Response): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const { code, details } = classifyFault(error);
  const { status, title } = PROBLEMS[code];
  const correlation = response.getHeader('X-Correlation-Id');
  const problem: ProblemDto = {
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
