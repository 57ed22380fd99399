import { Injectable, inject } from '@angular/core';
import type {
  Letter,
  LetterDraftSaved,
  LetterMade,
  LetterProposal,
  Letters,
  SendLetter,
  WriteLetter,
} from '@repere/contract';
import { vLetter, vLetterMade, vLetterProposal, vLetters } from '@repere/contract/letters/letters';
import { vLetterDraftSaved } from '@repere/contract/letters/drafts/letter-drafts';
import { Api, type Answered, type Sending } from '../platform/api';
import { hrefOf } from '../platform/api-path';
import type { LetterText } from './letter-draft';

/** Of which letter something is typed. */
export interface LetterAddress {
  readonly caseFileId: string;
  readonly kind: string;
  /** The letter that it corrects. */
  readonly corrects: string | undefined;
  /** The referral that it tells of. */
  readonly referral: string | undefined;
}

/** Letters of a case: proposed, settled with their exact bytes, sent. */
@Injectable({ providedIn: 'root' })
export class LettersClient {
  private readonly api = inject(Api);

  listLetters(caseFileId: string): Promise<Answered<Letters>> {
    return this.api.get(pathOf(caseFileId), vLetters);
  }

  proposeLetter({ caseFileId, kind, corrects, referral }: LetterAddress): Promise<Answered<LetterProposal>> {
    const path = `${pathOf(caseFileId)}/proposals/${encodeURIComponent(kind)}` as const;
    if (referral === undefined) return this.api.get(path, vLetterProposal);
    const about = `referralId=${encodeURIComponent(referral)}` as const;
    return corrects === undefined
      ? this.api.get(`${path}?${about}`, vLetterProposal)
      : this.api.get(`${path}?${about}&corrects=${encodeURIComponent(corrects)}`, vLetterProposal);
  }

  /** Over the revision that was seen; 0: none. */
  saveDraft(
    { caseFileId, kind, corrects, referral }: LetterAddress,
    content: LetterText,
    revision: number,
  ): Promise<Answered<LetterDraftSaved>> {
    return this.api.put(
      `${pathOf(caseFileId)}/drafts/${encodeURIComponent(kind)}`,
      {
        content: { ...content },
        ...(corrects !== undefined && { corrects }),
        ...(referral !== undefined && { referralId: referral }),
      },
      vLetterDraftSaved,
      { ifMatch: revision },
    );
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
