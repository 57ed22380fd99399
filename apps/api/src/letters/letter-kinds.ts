import { Injectable } from '@nestjs/common';
import { CLOSED_FIELD } from '@repere/access';
import type { LetterTemplate } from '@repere/protocol';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { mayWriteLetter } from '../cases/steps/letters-of-step';
import { Refusal } from '../platform/refusals/refusal';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../protocols/protocol-library';
import type { KeptLetter } from './letters.repository';

/** Kinds of letters that came with the product, and which of them somebody may write. */
@Injectable()
export class LetterKinds {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly library: ProtocolLibrary,
  ) {}

  /** Of this case, by the account that asks. */
  writable(file: LoadedCase): readonly LetterTemplate[] {
    const principal = principalOf(this.unit.account);
    return this.library.letters.filter((kind) => mayWriteLetter(principal, file.resource, kind));
  }

  /** Those that come out of the case alone: one that tells of a referral is written where that stands. */
  listed(file: LoadedCase): readonly LetterTemplate[] {
    return this.writable(file).filter(({ isOfReferral }) => !isOfReferral);
  }

  /** Whether the account that asks may read the words of a letter of this case: paper can't be masked. */
  isOpen({ resource }: LoadedCase, { byId }: Pick<KeptLetter, 'byId'>): boolean {
    const { account } = this.unit;
    return byId === account.id || redactedClasses(principalOf(account), resource).size === 0;
  }

  /** Whoever may not read its words neither takes it out, says that it left, nor corrects it. */
  demandOpen(file: LoadedCase, letter: Pick<KeptLetter, 'byId'>): void {
    if (!this.isOpen(file, letter)) throw new Refusal('not-allowed', { reasons: [CLOSED_FIELD] });
  }

  /** One of them; `null` when there is none of this name, or none for this account. */
  findKind(file: LoadedCase, id: string): LetterTemplate | null {
    return this.writable(file).find((it) => it.id === id) ?? null;
  }

  /** The same, where a name that leads nowhere is an address that does. */
  getKind(file: LoadedCase, id: string): LetterTemplate {
    const found = this.findKind(file, id);
    if (!found) throw new Refusal('not-found');
    return found;
  }
}
