import { Injectable, inject } from '@angular/core';
import { Session } from '../../access/session';
import { has } from '../../platform/api';
import type { DraftText } from './draft-text';

/** What was typed on this device and has not been saved yet. */
export interface KeptText {
  readonly text: DraftText;
  /** The revision that it was written on. */
  readonly revision: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Unsaved text of drafts on this device, whatever happens to the page. A protocol says nothing of any child. */
@Injectable({ providedIn: 'root' })
export class KeptTexts {
  private readonly session = inject(Session);

  keep(draftId: string, kept: KeptText): void {
    try {
      localStorage.setItem(this.keyOf(draftId), JSON.stringify(kept));
    } catch {
      // Full or refused: the page still asks before it is left.
    }
  }

  find(draftId: string): KeptText | null {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.keyOf(draftId)) ?? 'null');
      return has(kept, 'text', 'revision', 'at') ? (kept as KeptText) : null;
    } catch {
      return null;
    }
  }

  drop(draftId: string): void {
    try {
      localStorage.removeItem(this.keyOf(draftId));
    } catch {
      return;
    }
  }

  private keyOf(draftId: string): string {
    return `repere.draft.${this.session.account()?.id ?? ''}.${draftId}`;
  }
}
