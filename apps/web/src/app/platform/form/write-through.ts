import { computed, untracked, type WritableSignal } from '@angular/core';

/**
 * A signal for a form over what lives elsewhere: filters in the address, a draft that is kept on this device, a place in a story.
 * It reads there, and hands on what is typed or chosen at once; what comes of it is read again.
 */
export function writeThrough<T>(read: () => T, write: (typed: T) => void): WritableSignal<T> {
  const found = computed(read);
  return Object.assign(found, {
    set: write,
    update: (change: (before: T) => T) => write(change(untracked(found))),
    asReadonly: () => found,
  }) as unknown as WritableSignal<T>;
}
