import { Injectable } from '@nestjs/common';
import type { FieldClass, LetterLanguage, LetterTemplate } from '@repere/protocol';
import { DutyNumbers } from '../cases/on-call/duty-numbers.service';
import { AccountNames } from '../cases/reading/account-names';
import type { LoadedCase } from '../cases/reading/loaded-case';
import type { LetterLine } from './composing/letter-line';

/**
 * Who follows the child, and the numbers of our own duty line, for the child's own letter. Chosen, never there by itself: whoever finds
 * the letter may learn from a name or a number who helps.
 */
@Injectable()
export class WhomToTurnTo {
  constructor(
    private readonly names: AccountNames,
    private readonly numbers: DutyNumbers,
  ) {}

  async findFor(
    file: LoadedCase,
    { ground, language }: LetterTemplate,
    redacted: ReadonlySet<FieldClass>,
  ): Promise<readonly LetterLine[]> {
    if (ground !== undefined) return [];
    const words = WORDS[language];
    const { leadId } = file.row;
    const name = leadId === null ? undefined : (await this.names.readNames([leadId])).get(leadId);
    const phones = await this.numbers.listNumbers(file);
    return [
      ...(name === undefined || redacted.has('staff') ? [] : [line('lead', words.lead(name), language)]),
      ...(phones.length === 0 ? [] : [line('duty-line', words.call(phones.join(', ')), language)]),
    ];
  }
}

const line = (id: string, text: string, language: LetterLanguage): LetterLine => ({
  ...{ id: `ours/${id}`, fieldClass: 'staff', text, language, isOpen: false },
});

const WORDS = {
  fr: {
    lead: (name: string) => `La personne qui te suit\u00a0: ${name}`,
    call: (phones: string) => `Pour nous appeler\u00a0: ${phones}`,
  },
  en: {
    lead: (name: string) => `The person who looks after you: ${name}`,
    call: (phones: string) => `To call us: ${phones}`,
  },
} as const satisfies Readonly<Record<LetterLanguage, unknown>>;
