import type { Response } from 'express';

/** Tells the browser to forget whatever a page may have kept, and pages that Back would bring. Signing out, not locking. */
export const leaveNothing = (response: Response): void =>
  void response.setHeader('Clear-Site-Data', '"cache", "storage"');
