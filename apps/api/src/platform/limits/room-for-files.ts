import type { NextFunction, Request, Response } from 'express';
import { placeOfRequest } from '../requests/request-origin';
import { Refusal } from '../refusals/refusal';

/** Bodies with a file that a process receives at once: each is some forty megabytes while it is read. */
const AT_ONCE = 6;
const ALL = 'all';
/** Of one person. */
const AT_ONCE_EACH = 2;
/** Of one space: a class that sends pictures leaves room for who works. */
const AT_ONCE_A_SPACE = 4;
/** Ten megabytes on a slow telephone; who takes longer gives its place back. */
const LONGEST_MS = 180_000;
/** A file of 10 MB, a third more in base64, and the words beside it. */
export const MOST_BODY_BYTES = 14_000_000;

/**
 * Lets few long bodies in at a time, and none of nobody: asked before the first byte is read, so that who sends without end, slowly
 * or often fills no memory. `accountOf`: who has an open session; a cookie that opens nothing is nobody's.
 */
export function roomForFiles(
  isFile: (request: Request) => boolean,
  accountOf: (request: Request) => Promise<string | null>,
): (request: Request, response: Response, next: NextFunction) => Promise<void> {
  const taken = new Map<string, number>();
  const placesOf = (of: string): number => taken.get(of) ?? 0;
  return async (request, response, next) => {
    if (!isFile(request)) return next();
    const person = await accountOf(request);
    // Gone meanwhile: its end was told already, and would give no place back.
    if (response.closed || request.destroyed) return;
    if (person === null) throw new Refusal('unauthenticated');
    // Answered before its end: the rest is not waited for.
    response.once('finish', () => request.complete || request.socket.destroySoon());
    // Who does not say how much it will be is not listened to: the parser would read to the end before it refuses.
    const length = Number(request.headers['content-length'] ?? Infinity);
    if (!(length <= MOST_BODY_BYTES)) throw new Refusal('too-large');
    const space = `space ${placeOfRequest(request).space.id}`;
    if (placesOf(person) >= AT_ONCE_EACH) throw new Refusal('too-many', { retryAfter: 5 });
    if (placesOf(ALL) >= AT_ONCE || placesOf(space) >= AT_ONCE_A_SPACE)
      throw new Refusal('unavailable', { retryAfter: 10 });
    const held = [ALL, space, person];
    for (const of of held) taken.set(of, placesOf(of) + 1);
    const late = setTimeout(() => request.complete || request.socket.destroy(), LONGEST_MS);
    response.once('close', () => {
      clearTimeout(late);
      for (const of of held)
        if (placesOf(of) > 1) taken.set(of, placesOf(of) - 1);
        else taken.delete(of);
    });
    next();
  };
}
