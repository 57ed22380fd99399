import type { Request } from 'express';

/** French unless the reader's browser prefers English. */
export const readerLanguage = (request: Request): 'fr' | 'en' =>
  request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr';
