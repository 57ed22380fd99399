import { Injectable, inject } from '@angular/core';
import * as v from 'valibot';
import { Session } from '../../access/session';
import type { DraftText } from './draft-text';

const TEXT = v.string();
/** Written by an earlier page, perhaps. */
const KEPT: v.GenericSchema<UnsavedText> = v.object({
  text: v.object({ files: v.record(v.string(), TEXT), notesFr: TEXT, notesEn: TEXT, inForceFrom: TEXT }),
  revision: v.number(),
  at: v.number(),
});

/** What was typed on this device and has not been saved yet. */
export interface UnsavedText {
  readonly text: DraftText;
  /** The revision that it was written on. */
  readonly revision: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Unsaved text of drafts on this device, whatever happens to the page. A protocol says nothing of any child. */
@Injectable({ providedIn: 'root' })
export class UnsavedTexts {
  private readonly session = inject(Session);

  keepText(draftId: string, kept: UnsavedText): void {
    try {
      localStorage.setItem(this.keyOf(draftId), JSON.stringify(kept));
    } catch {
      // Full or refused: the page still asks before it is left.
    }
  }

  findText(draftId: string): UnsavedText | null {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.keyOf(draftId)) ?? 'null');
      return v.is(KEPT, kept) ? kept : null;
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
