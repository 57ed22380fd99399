import type { Request, Response } from 'express';
import type { Space } from '../../platform/spaces/spaces';
import { clearSessionCookie, endLeading } from '../sign-in/session-cookie';

/**
 * Signing out, not locking: the browser forgets the session, whatever a page may have kept, and pages that Back would bring. Whoever leaves
 * a live space leaves the training spaces that it let them lead in; a lock does not, since a live page locks behind a class that goes on.
 */
export function leaveNothing(request: Request, response: Response, space: Space): void {
  clearSessionCookie(response, space);
  if (space.kind === 'live') endLeading(request, response);
  response.setHeader('Clear-Site-Data', '"cache", "storage"');
}
