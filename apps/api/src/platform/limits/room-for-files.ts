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

/** What is still sent behind an answer is dropped for so long, and so much of it. */
const [READ_ON_MS, READ_ON_BYTES, LOOK_MS] = [2_000, 2 * MOST_BODY_BYTES, 20];

/**
 * Answered before its end: who is still sending reads the answer only behind what they sent, and a line that is cut at once takes it away.
 */
function readOn(request: Request): void {
  const { socket } = request;
  const [from, began] = [socket.bytesRead, performance.now()];
  const looking = setInterval(() => {
    if (request.complete) clearInterval(looking);
    else if (socket.bytesRead - from > READ_ON_BYTES || performance.now() - began > READ_ON_MS)
      socket.destroy();
  }, LOOK_MS);
  socket.once('close', () => clearInterval(looking));
}

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
    response.once('finish', () => request.complete || readOn(request));
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
