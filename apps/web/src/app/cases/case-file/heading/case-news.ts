import { Injectable } from '@angular/core';
import type { ActDone } from '@repere/contract';

/** What was done: a key of the dictionary, and the protocols that it opened. */
export interface News {
  readonly key: string;
  readonly opened: ActDone['opened'];
}

/** What was done on a sub-page, for the case page to say once on coming back. */
@Injectable({ providedIn: 'root' })
export class CaseNews {
  private told: (News & { readonly caseFileId: string }) | null = null;

  announceNews(caseFileId: string, key: string, opened: ActDone['opened'] = []): void {
    this.told = { caseFileId, key, opened };
  }

  takeNews(caseFileId: string): News | null {
    const { told } = this;
    this.told = null;
    return told?.caseFileId === caseFileId ? told : null;
  }
}
