import { Injectable, inject } from '@angular/core';
import type { LetterProposal } from '@repere/contract';
import type { Answered } from '../platform/api';
import { Autosave, type KeptDraft } from '../platform/drafts/autosave';
import { UnsentDrafts } from '../platform/drafts/unsent-drafts';
import { isSameText, type LetterText, readLetterText, textOf } from './letter-draft';
import { type LetterAddress, LettersClient } from './letters-client';

@Injectable({ providedIn: 'root' })
export class UnsentLetters extends UnsentDrafts<LetterText> {}

/** The draft of a letter. Provided by the page. */
@Injectable()
export class LetterAutosave extends Autosave<LetterAddress, LetterText> {
  private readonly client = inject(LettersClient);
  protected readonly unsent = inject(UnsentLetters);

  protected keyOf({ caseFileId, kind, corrects = '', referral = '' }: LetterAddress): string {
    return `${caseFileId}/${kind}/${corrects}/${referral}`;
  }

  protected saveDraft(at: LetterAddress, text: LetterText, revision: number) {
    return this.client.saveDraft(at, text, revision);
  }

  protected async findDraft(at: LetterAddress): Promise<Answered<KeptDraft<LetterText> | null>> {
    const answer = await this.client.proposeLetter(at);
    return answer.ok ? { ...answer, value: keptLetter(at, answer.value) } : answer;
  }

  protected override isSame(one: LetterText, other: LetterText): boolean {
    return isSameText(one, other);
  }
}

/** What the server has of it; one in no shape that this form writes counts as what is proposed. */
export function keptLetter(
  { corrects }: LetterAddress,
  proposal: LetterProposal,
): KeptDraft<LetterText> | null {
  const draft = proposal.drafts.find((it) => it.corrects === (corrects ?? null));
  if (!draft) return null;
  const { content, savedAt, revision } = draft;
  return { typed: readLetterText(content) ?? textOf(proposal), savedAt, revision };
}
