import type { SharingGround } from '@repere/privacy';
import { knownChild } from '../../cases/reading/known-child';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { refused } from '../../platform/refusals/refused';
import type { LetterContent } from '../entities/letter.entity';
import type { SendLetterDto } from '../letters.dto';

/** On which ground a letter tells something, and whether who has it is bound by secrecy. */
interface SharingTerms {
  readonly ground: SharingGround;
  readonly isBound: boolean;
}

/**
 * `null`: nobody is told anything. That is so of a letter that is the child's own alone, and only where the child has it by hand, or
 * their safe contact has (G16). Whoever else has it is told of the child, and nobody knows of them that they are bound.
 */
export function termsOf(
  file: LoadedCase,
  { ground, isBound }: LetterContent,
  { receivedBy, how, basis }: SendLetterDto,
): SharingTerms | null {
  if (ground !== null) {
    if (receivedBy !== undefined) throw notTheirs();
    return { ground, isBound };
  }
  switch (receivedBy) {
    case undefined:
      throw receiverMissing();
    case 'other':
      return { ground: 'other', isBound: false };
    case 'safe-contact':
      if (!knownChild(file).safeContact?.how) throw noSafeContact();
      break;
    case 'child':
      break;
  }
  if (how !== 'hand') throw byHandOnly();
  if (basis) throw nobodyTold();
  return null;
}

/** Who has it, in words. The child needs none. */
export function receiverOf({ receivedBy, toWhom }: SendLetterDto): string {
  if (receivedBy === 'child') {
    if (toWhom !== undefined) throw saidTwice();
    return 'L’enfant';
  }
  if (toWhom === undefined) throw toWhomMissing();
  return toWhom;
}

/** To whom and why it tells of the child was said when the child was referred: it goes there, and nothing is said anew. */
export function checkOfReferral({ toWhom, receivedBy, basis }: SendLetterDto, referredTo: string): void {
  if (receivedBy !== undefined) throw notTheirs();
  if (toWhom !== referredTo)
    throw refused(
      'other-recipient',
      `Cette lettre est celle de l’orientation vers ${referredTo} : elle ne part pas ailleurs.`,
      `This letter is that of the referral to ${referredTo}: it goes nowhere else.`,
      'toWhom',
    );
  if (basis)
    throw refused(
      'said-with-referral',
      'Le motif et qui l’a su sont dits avec l’orientation : rien n’est à redire ici.',
      'Why, and who knew, were said with the referral: nothing is to be said again here.',
      'basis',
    );
}

const saidTwice = () =>
  refused(
    'said-twice',
    'Remise à l’enfant, cette lettre n’a pas d’autre destinataire.',
    'Handed to the child, this letter has no other recipient.',
    'toWhom',
  );

const toWhomMissing = () => refused('to-whom-missing', 'Dites qui l’a reçue.', 'Say who has it.', 'toWhom');

const notTheirs = () =>
  refused(
    'not-the-childs',
    'Cette lettre n’est pas celle de l’enfant : qui l’a reçue se dit en mots.',
    'This letter is not the child’s own: who has it is said in words.',
    'receivedBy',
  );

const receiverMissing = () =>
  refused(
    'receiver-missing',
    'Dites qui l’a reçue : l’enfant, son contact sûr, ou une autre personne.',
    'Say who has it: the child, their safe contact, or somebody else.',
    'receivedBy',
  );

const noSafeContact = () =>
  refused(
    'no-safe-contact',
    'Aucun contact sûr n’est noté pour cet enfant : notez-le d’abord, ou dites « une autre personne » et pourquoi.',
    'No safe contact is noted for this child: note it first, or say “somebody else” and why.',
    'receivedBy',
  );

const byHandOnly = () =>
  refused(
    'by-hand-only',
    'La lettre de l’enfant se remet en main propre : ailleurs, nul ne sait qui l’ouvre.',
    'The child’s letter is handed over: elsewhere nobody knows who opens it.',
    'how',
  );

const nobodyTold = () =>
  refused(
    'nobody-told',
    'Remise à l’enfant, cette lettre n’est dite à personne : dites « une autre personne », ou retirez le motif.',
    'Handed to the child, this letter tells nobody anything: say “somebody else”, or take the basis away.',
    'basis',
  );
