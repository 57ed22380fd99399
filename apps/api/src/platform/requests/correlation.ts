import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const HEADER = 'X-Correlation-Id';

/** Gives each request an id of ours, echoed in its answer, its log lines and its ledger events. The client's is not trusted. */
export function correlate(request: Request, response: Response, next: NextFunction): void {
  const id = randomUUID();
  request.id = id;
  response.setHeader(HEADER, id);
  next();
}

export function correlationOf(response: Response): string {
  const id = response.getHeader(HEADER);
  if (typeof id !== 'string') throw new Error('request without correlation id');
  return id;
}
