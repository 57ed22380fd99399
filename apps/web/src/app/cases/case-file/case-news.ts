import { Injectable } from '@angular/core';

/** What was done on a sub-page, for the case page to say once on coming back: a key of the dictionary. */
@Injectable({ providedIn: 'root' })
export class CaseNews {
  private told: { readonly caseFileId: string; readonly key: string } | null = null;

  tell(caseFileId: string, key: string): void {
    this.told = { caseFileId, key };
  }

  take(caseFileId: string): string | null {
    const { told } = this;
    this.told = null;
    return told?.caseFileId === caseFileId ? told.key : null;
  }
}
