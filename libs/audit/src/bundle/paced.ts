import type { BundleCheck } from './bundle-format';

/** What a verification is at. */
export type Stage = 'opening' | BundleCheck['check'];

/** Work that stops now and then, telling what it is at: a page draws in between, everything else runs it to its end. */
export type Paced<T> = Generator<Stage, T>;

/** How many lines or acts are looked at between two stops: some milliseconds. */
export const PACE = 250;

/** Runs it to its end. */
export function finishWork<T>(work: Paced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
