import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Space } from '../spaces/spaces';

/** What the first middleware found out about a request. */
export interface RequestPlace {
  readonly space: Space;
  readonly correlation: string;
}

/** Of a unit of work that no request asked for, in this space. */
export const placeIn = (space: Space): RequestPlace => ({ space, correlation: randomUUID() });

const places = new WeakMap<Request, RequestPlace>();

export const rememberPlace = (request: Request, place: RequestPlace): void => void places.set(request, place);

/** The same where it is not known that the request got so far. */
export const findPlaceOf = (request: Request): RequestPlace | null => places.get(request) ?? null;

/** Space and correlation id of this request; throws for one that did not pass the space middleware. */
export function placeOfRequest(request: Request): RequestPlace {
  const place = places.get(request);
  if (!place) throw new Error('request without a space');
  return place;
}
