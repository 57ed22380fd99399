/** Injection tokens for what isn't a class. */
export const CONFIGURATION = Symbol('configuration');
