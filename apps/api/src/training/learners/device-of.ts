import { createHash } from 'node:crypto';

/** By what the space knows a browser, of which it keeps no more: `browser` is what its cookie says at random. */
export const deviceOf = (browser: string): Buffer => createHash('sha256').update(browser).digest();
