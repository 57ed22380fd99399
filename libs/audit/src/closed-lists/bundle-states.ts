/**
 * `waiting`, `gathering`: what it holds is put together. `signing`: it is entered in the record, and waits for a signed
 * checkpoint over that. `gone`: its time is over, or what it tells of was erased.
 */
export const BUNDLE_STATES = ['waiting', 'gathering', 'signing', 'ready', 'failed', 'gone'] as const;
export type BundleState = (typeof BUNDLE_STATES)[number];
