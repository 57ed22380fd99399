import { Injectable, type OnModuleInit } from '@nestjs/common';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import { AccountNames } from '../cases/reading/account-names';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { sideBySide } from '../cases/words/format-codes';
import { words } from '../platform/answers/words';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { dayOf, type GatheredLine, LineSheet } from '../privacy/access-requests/gathered-line';
import { LinesBeside } from '../privacy/access-requests/lines-beside';
import { type KeptLetter, type KeptSending, LettersRepository } from './letters.repository';

/** Letters of a case, for who asks what is known of them: what each says, to whom it went, when. At most as many as a case may have. */
@Injectable()
export class LettersOfAccess implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly letters: LettersRepository,
    private readonly names: AccountNames,
    private readonly beside: LinesBeside,
  ) {}

  onModuleInit(): void {
    this.beside.register('letters', (file) => this.gather(file));
  }

  private async gather(file: LoadedCase): Promise<readonly GatheredLine[]> {
    const all = await this.letters.ofCase(file);
    if (all.length === 0) return [];
    const sendings = await this.letters.sendingsOf(file);
    const names = await this.names.readNames(all.map(({ byId }) => byId));
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    // A letter's words can't be masked: whole, to who sees every class, or not at all.
    const isOpen = redacted.size === 0;
    const sheet = new LineSheet();
    for (const letter of all.toReversed())
      addLetter(sheet, letter, { sending: sendings.get(letter.id), by: names.get(letter.byId), isOpen });
    return sheet.lines;
  }
}

interface Around {
  readonly sending: KeptSending | undefined;
  readonly by: string | undefined;
  readonly isOpen: boolean;
}

function addLetter(sheet: LineSheet, { content, at }: KeptLetter, { sending, by, isOpen }: Around): void {
  const { title, recipient, parts } = content;
  const section = sideBySide(dayOf(at), title);
  sheet.addLine(section, words('Lettre', 'Letter'), title, 'own', 'situation');
  if (!isOpen) {
    sheet.addLine(section, words('Ce qu’elle dit', 'What it says'), CLOSED, 'others', 'narrative');
    return;
  }
  // Written freely: a part may name anybody, whatever it is about.
  for (const part of parts) sheet.addLine(section, part.title, part.text, 'free-text', 'narrative');
  sheet.addLine(section, words('Écrite à', 'Written to'), recipient, 'others', 'staff');
  sheet.addLine(section, words('Écrite par', 'Written by'), by, 'others', 'staff');
  if (!sending) return;
  sheet.addLine(section, words('Envoyée le', 'Sent on'), dayOf(sending.sentAt), 'own', 'situation');
  sheet.addLine(section, words('À qui', 'To whom'), sending.toWhom, 'others', 'staff');
}

const CLOSED = words(
  'Non lue : qui prépare cette demande ne voit pas tout ce dont elle peut parler.',
  'Not read: whoever prepares this request doesn’t see all that it may tell of.',
);
