import { Injectable } from '@nestjs/common';
import { FIELD_CLASS_WORDS, FIELD_CLASSES } from '@repere/access';
import type { LetterTemplate } from '@repere/protocol';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import { pageOfCase } from '../cases/page/page-of-case';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { timelineOf } from '../cases/reading/timeline';
import { same } from '../cases/words/show-value';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../protocols/protocol-library';
import { type ProposedLetter, proposeLetter } from './composing/propose-letter';
import { LetterKinds } from './letter-kinds';
import type { LetterProposalDto } from './letters.dto';

/** A letter as it is first seen by who writes it: what its parts ask for, and what is left out until chosen. */
@Injectable()
export class ProposeLetterService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly library: ProtocolLibrary,
    private readonly kinds: LetterKinds,
  ) {}

  showProposal(file: LoadedCase, id: string): LetterProposalDto {
    const kind = this.kinds.getKind(file, id);
    const { parts, leftOut } = this.proposeLetter(file, kind);
    return {
      ...{ id: kind.id, title: kind.title, purpose: kind.purpose, signs: kind.signs, second: kind.second },
      ...pageOfCase(file, redactedClasses(principalOf(this.unit.account), file.resource)),
      sources: kind.basis.map((code) => ({ code, text: this.library.sources[code]?.title ?? same(code) })),
      recipient: kind.ground === undefined ? '' : `${kind.to.title.fr}\n${file.territory.name}`,
      parts: parts.map(({ part, text }) => ({
        ...{ id: part.id, title: part.title, hint: part.hint ?? null, isRequired: part.isRequired, text },
      })),
      leftOut: FIELD_CLASSES.map((fieldClass) => ({
        fieldClass,
        title: FIELD_CLASS_WORDS[fieldClass],
        lines: leftOut
          .filter((it) => it.fieldClass === fieldClass)
          .map(({ id: line, text }) => ({ id: line, text })),
      })).filter(({ lines }) => lines.length > 0),
    };
  }

  /** Of what the account sees of the case. */
  proposeLetter(file: LoadedCase, kind: LetterTemplate): ProposedLetter {
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    // Nobody of the staff is named in a letter but who signs it.
    const timeline = timelineOf(file, file.journal, new Map(), redacted);
    return proposeLetter(file, kind, redacted, { now: this.unit.now(), timeline });
  }
}
