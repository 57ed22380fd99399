import { Injectable, inject } from '@angular/core';
import type { Letter, LetterMade, LetterProposal, Letters, SendLetter, WriteLetter } from '@repere/contract';
import { vLetter, vLetterMade, vLetterProposal, vLetters } from '@repere/contract/letters/letters';
import { Api, type Answered, type Sending } from '../platform/api';
import { hrefOf } from '../platform/api-path';

/** Letters of a case: proposed, settled with their exact bytes, sent. */
@Injectable({ providedIn: 'root' })
export class LettersClient {
  private readonly api = inject(Api);

  listLetters(caseFileId: string): Promise<Answered<Letters>> {
    return this.api.get(pathOf(caseFileId), vLetters);
  }

  proposeLetter(caseFileId: string, kind: string): Promise<Answered<LetterProposal>> {
    return this.api.get(`${pathOf(caseFileId)}/proposals/${encodeURIComponent(kind)}`, vLetterProposal);
  }

  writeLetter(caseFileId: string, letter: WriteLetter, sending: Sending): Promise<Answered<LetterMade>> {
    return this.api.post(pathOf(caseFileId), letter, vLetterMade, sending);
  }

  readLetter(caseFileId: string, letterId: string): Promise<Answered<Letter>> {
    return this.api.get(`${pathOf(caseFileId)}/${encodeURIComponent(letterId)}`, vLetter);
  }

  /** Where the browser takes its exact bytes from. */
  fileOf(caseFileId: string, letterId: string): string {
    return hrefOf(`${pathOf(caseFileId)}/${encodeURIComponent(letterId)}/pdf`);
  }

  sendLetter(
    caseFileId: string,
    letterId: string,
    sent: SendLetter,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(
      `${pathOf(caseFileId)}/${encodeURIComponent(letterId)}/sending`,
      sent,
      null,
      sending,
    );
  }
}

const pathOf = (caseFileId: string) => `/case-files/${encodeURIComponent(caseFileId)}/letters` as const;
