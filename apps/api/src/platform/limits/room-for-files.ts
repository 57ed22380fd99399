import type { NextFunction, Request, Response } from 'express';
import { Refusal } from '../refusals/refusal';

/** Bodies with a file that a process receives at once: each is some forty megabytes while it is read. */
const AT_ONCE = 6;
/** Of one person. */
const AT_ONCE_EACH = 2;
/** A file of 10 MB, a third more in base64, and the words beside it. */
export const MOST_BODY_BYTES = 14_000_000;

/**
 * Lets few long bodies in at a time, and none of nobody: asked before the first byte is read, so that who sends without end, slowly
 * or often fills no memory. `personOf`: who is signed in.
 */
export function roomForFiles(
  isFile: (request: Request) => boolean,
  personOf: (request: Request) => Promise<string | null>,
): (request: Request, response: Response, next: NextFunction) => Promise<void> {
  const taken = new Map<string, number>();
  let all = 0;
  return async (request, response, next) => {
    if (!isFile(request)) return next();
    const person = await personOf(request);
    if (person === null) throw new Refusal('unauthenticated');
    // Answered before its end: the rest is not waited for.
    response.once('finish', () => request.complete || request.socket.destroySoon());
    // Who does not say how much it will be is not listened to: the parser would read to the end before it refuses.
    const length = Number(request.headers['content-length'] ?? Infinity);
    if (!(length <= MOST_BODY_BYTES)) throw new Refusal('too-large');
    const own = taken.get(person) ?? 0;
    if (own >= AT_ONCE_EACH) throw new Refusal('too-many', { retryAfter: 5 });
    if (all >= AT_ONCE) throw new Refusal('unavailable', { retryAfter: 10 });
    all++;
    taken.set(person, own + 1);
    response.once('close', () => {
      all--;
      const left = (taken.get(person) ?? 1) - 1;
      if (left === 0) taken.delete(person);
      else taken.set(person, left);
    });
    next();
  };
}
