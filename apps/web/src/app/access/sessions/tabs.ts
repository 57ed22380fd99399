import { APP_BASE_HREF } from '@angular/common';
import { DestroyRef, Injectable, inject } from '@angular/core';
import { LOCK_REASONS, type LockReason } from '../lock';

/** What tabs of one browser tell each other: never who, never what about. */
export type TabWord =
  /** Somebody is there; epoch milliseconds of this machine. */
  | { readonly kind: 'input'; readonly idleEnd: number }
  | { readonly kind: 'locked'; readonly reason: LockReason }
  /** Somebody has signed in: each tab asks the server whether it is its own reader. */
  | { readonly kind: 'opened' }
  /** A page has come up signed in: back from a provider, say. Locked tabs ask. */
  | { readonly kind: 'here' }
  | { readonly kind: 'left' }
  /** Somebody ran from a page that is shown to children. */
  | { readonly kind: 'fled' };

/** Where that page says so, to the tabs of every space: `public/feuille.js`. */
const EXIT = 'repere-exit';

/** The other tabs of this browser in the same space. */
@Injectable({ providedIn: 'root' })
export class Tabs {
  private readonly channel = open(`repere ${inject(APP_BASE_HREF)}`);
  private readonly exit = open(EXIT);

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.channel?.close();
      this.exit?.close();
    });
  }

  notifyTabs(word: TabWord): void {
    this.channel?.postMessage(word);
  }

  listenToTabs(listen: (word: TabWord) => void): void {
    this.channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isWord(data)) listen(data);
    });
    this.exit?.addEventListener('message', () => listen({ kind: 'fled' }));
  }
}

const open = (name: string): BroadcastChannel | null =>
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);

function isWord(data: unknown): data is TabWord {
  if (typeof data !== 'object' || data === null) return false;
  const word = data as Record<string, unknown>;
  switch (word['kind']) {
    case 'input':
      return typeof word['idleEnd'] === 'number';
    case 'locked':
      return LOCK_REASONS.some((reason) => reason === word['reason']);
    default:
      return ['opened', 'here', 'left'].some((kind) => kind === word['kind']);
  }
}
