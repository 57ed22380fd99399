import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Text } from '@repere/feel';
import { type FieldClass, lettersOf, type LetterTemplate } from '@repere/protocol';
import type { AboutStep } from '../cases/acts/case-command-handler';
import { CaseReader } from '../cases/reading/case-reader';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { getStep } from '../cases/steps/step-file';
import { Refusal } from '../platform/refusals/refusal';
import { refused } from '../platform/refusals/refused';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import type { LetterContent, WrittenPart } from './entities/letter.entity';
import { LetterDrafts } from './drafts/letter-drafts.service';
import { checkHasPlace, toldLineOf } from './family-told.service';
import { LetterKinds } from './letter-kinds';
import type { LetterMadeDto, WriteLetterDto } from './letters.dto';
import { LettersRepository } from './letters.repository';
import { letterTooLong, linesOf, wordTooWide } from './paper/not-on-paper';
import { LINES_OF_PAGE, MOST_PAGES } from './paper/pages-of-letter';
import { PrintLetter } from './paper/print-letter';
import { type ReferralOfLetter, ReferralOfLetterService } from './referral-of-letter.service';
import { ProposeLetterService } from './propose-letter.service';

/** Letters of one case; who needs more has made a mistake, or is one. */
const MOST_LETTERS = 300;
/** Characters and lines of all parts that are laid out at all: more are too long by far. */
const MOST_TEXT = 14_000;
const MOST_LINES = 400;
/** Of an address. */
const MOST_RECIPIENT_LINES = 12;

/** Settles the words of a letter: its exact bytes are kept from then on, and the record commits to their hash. */
@Injectable()
export class WriteLetterService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly kinds: LetterKinds,
    private readonly proposing: ProposeLetterService,
    private readonly letters: LettersRepository,
    private readonly papers: PrintLetter,
    private readonly drafts: LetterDrafts,
    private readonly referrals: ReferralOfLetterService,
  ) {}

  async writeLetter(caseFileId: string, letter: WriteLetterDto): Promise<LetterMadeDto> {
    const file = await this.reader.lock(caseFileId);
    const kind = this.kinds.findKind(file, letter.template);
    if (!kind) throw noSuchLetter();
    const { runId = null, step = null, corrects = null } = letter;
    const referral = await this.referrals.findFor(file, kind, letter.referralId, corrects);
    if ((runId === null) !== (step === null)) throw new Refusal('not-found');
    if (runId !== null && step !== null) this.checkStep(file, kind, { runId, step });
    if (corrects !== null) await this.checkCorrected(file, kind, corrects, referral);
    if (referral && letter.recipient.split('\n')[0]?.trim() !== referral.toWhom)
      throw otherRecipient(referral);
    if ((await this.letters.count(file)) >= MOST_LETTERS) throw tooMany();
    if (letter.recipient.split('\n').length > MOST_RECIPIENT_LINES) throw recipientTooLong();
    checkHasPlace(kind, letter.familyTold);
    const parts = writtenParts(kind, letter);
    const { leftOut } = await this.proposing.proposeLetter(file, kind, referral);
    const chosen = leftOut.filter(({ id }) => letter.chosen.includes(id));
    if (chosen.length !== letter.chosen.length) throw unknownLine();
    const content: LetterContent = {
      ...{ title: kind.title, ground: kind.ground ?? null, isBound: kind.isBound, second: kind.second },
      language: kind.language,
      recipient: letter.recipient,
      parts,
      familyTold: letter.familyTold ?? null,
      chosen: chosen.map(({ id }) => id),
      leftOut: countByClass(leftOut.filter((it) => !chosen.includes(it)).map(({ fieldClass }) => fieldClass)),
    };
    const pdf = await this.papers.print(file, kind, content);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const classes = classesOf(
      kind,
      chosen.map(({ fieldClass }) => fieldClass),
    );
    const id = await this.letters.addLetter(file, {
      ...{ template: kind.id, classes, runId, step, corrects, sha256, content, pdf },
      referralId: referral?.id ?? null,
    });
    await this.drafts.removeDraft(file, kind.id, corrects, referral?.id ?? null);
    this.unit.notes({
      letter: id,
      template: kind.id,
      ...{ title: kind.title, recipient: letter.recipient, classes, sha256 },
      ...(corrects !== null && { corrects }),
      ...(referral && { sharing: referral.id }),
    });
    return { id };
  }

  /** A letter is the paper of the steps that its kind does, and of no other. */
  private checkStep(file: LoadedCase, kind: LetterTemplate, about: AboutStep): void {
    const { id } = getStep(file, about);
    const { protocol } = file.versionOf(about.runId).document;
    const kinds = lettersOf(this.kinds.writable(file), protocol, id);
    if (!kinds.includes(kind)) throw doesNoSuchStep(kinds.map(({ title }) => title));
  }

  /** What was sent is corrected, once, by a letter of the same kind. */
  private async checkCorrected(
    file: LoadedCase,
    kind: LetterTemplate,
    id: string,
    referral: ReferralOfLetter | null,
  ): Promise<void> {
    const corrected = await this.letters.findLetter(file, id);
    if (!corrected) throw new Refusal('not-found');
    this.kinds.demandOpen(file, corrected);
    if (corrected.template !== kind.id) throw otherKind(corrected.content.title);
    if (corrected.referralId !== (referral?.id ?? null)) throw otherReferral();
    if (!(await this.letters.findSending(file, id))) throw notSent();
    if (await this.letters.isCorrected(file, id)) throw correctedAlready();
  }
}

/** There is none of this name, or none for this account: the answer is one. */
const noSuchLetter = (): Refusal =>
  refused(
    'no-such-letter',
    'Cette lettre n’existe pas, ou n’est pas à écrire par vous ici.',
    'There is no such letter, or none for you to write here.',
    'template',
  );

const doesNoSuchStep = (titles: readonly Text[]) =>
  titles.length === 0
    ? refused(
        'not-of-step',
        'Aucune lettre que vous pouvez écrire ne remplit cette étape.',
        'No letter that you may write does this step.',
        'step',
      )
    : refused(
        'not-of-step',
        `Cette lettre ne remplit pas cette étape. La remplissent : ${titles.map(({ fr }) => fr).join(' ; ')}.`,
        `This letter doesn’t do this step. These do: ${titles.map(({ en }) => en).join('; ')}.`,
        'step',
      );

const otherKind = ({ fr, en }: Text) =>
  refused(
    'corrects-other-kind',
    `Une lettre est corrigée par une lettre de la même sorte : ${fr}.`,
    `A letter is corrected by one of its own kind: ${en}.`,
    'corrects',
  );

const otherReferral = () =>
  refused(
    'corrects-other-referral',
    'Une lettre d’orientation est corrigée auprès du même service, pour la même orientation.',
    'A referral letter is corrected to the same service, of the same referral.',
    'referralId',
  );

const otherRecipient = ({ toWhom }: ReferralOfLetter) =>
  refused(
    'other-recipient',
    `Cette lettre va au service de l’orientation : ${toWhom}, en première ligne. Un autre service s’oriente à part.`,
    `This letter goes to the service of the referral: ${toWhom}, in its first line. Another service is referred to by itself.`,
    'recipient',
  );

const notSent = () =>
  refused(
    'corrects-unsent',
    'La lettre à corriger n’est pas partie : écrivez-en une autre, et n’envoyez pas la première.',
    'The letter to correct was not sent: write another one, and don’t send the first.',
    'corrects',
  );

const correctedAlready = () =>
  refused(
    'corrected-already',
    'Cette lettre est déjà corrigée : corrigez la correction.',
    'This letter is corrected already: correct the correction.',
    'corrects',
  );

/** Every part of the kind, in its order; those without words are left out, unless the letter needs them. */
function writtenParts(kind: LetterTemplate, { parts, familyTold }: WriteLetterDto): readonly WrittenPart[] {
  const texts = new Map(parts.map(({ id, text }) => [id, text.trim()]));
  if (texts.size !== parts.length || parts.some(({ id }) => !kind.parts.some((it) => it.id === id)))
    throw refused(
      'unknown-part',
      'Cette lettre n’a pas cette partie.',
      'This letter has no such part.',
      'parts',
    );
  const written = kind.parts.flatMap((part) => {
    const { id, title, isRequired } = part;
    const text = [toldLineOf(part, familyTold), texts.get(id)].filter(Boolean).join('\n');
    if (text !== '') return [{ id, title, text }];
    if (!isRequired) return [];
    throw refused(
      'part-missing',
      `Il manque : ${title.fr}. Ce qui n’est pas su s’écrit aussi.`,
      `Missing: ${title.en}. What is not known is written as well.`,
      `parts.${id}`,
    );
  });
  const length = written.reduce((sum, { text }) => sum + text.length, 0);
  const lines = written.reduce((sum, { text }) => sum + linesOf(text), 0);
  if (length > MOST_TEXT || lines > MOST_LINES)
    throw letterTooLong(written, lines - MOST_PAGES * LINES_OF_PAGE);
  const wide = wordTooWide(written);
  if (wide) throw wide;
  return written;
}

/** What a letter may tell of: who the child is, somebody's words, what its parts propose and what was chosen. */
const classesOf = (kind: LetterTemplate, chosen: readonly FieldClass[]): readonly FieldClass[] => [
  ...new Set([
    ...(['identity', 'narrative'] as const),
    ...kind.parts.flatMap(({ classes }) => classes),
    ...chosen,
  ]),
];

const countByClass = (classes: readonly FieldClass[]): LetterContent['leftOut'] =>
  Object.fromEntries([...Map.groupBy(classes, (it) => it)].map(([it, all]) => [it, all.length]));

const recipientTooLong = () =>
  refused(
    'recipient-too-long',
    `Une adresse a ${String(MOST_RECIPIENT_LINES)} lignes au plus.`,
    `An address has ${String(MOST_RECIPIENT_LINES)} lines at most.`,
    'recipient',
  );

const tooMany = () =>
  refused(
    'too-many-letters',
    'Ce dossier a déjà trop de lettres.',
    'This case has too many letters already.',
  );

const unknownLine = () =>
  refused(
    'changed-meanwhile',
    'Ce que vous avez choisi a changé depuis : relisez la proposition.',
    'What you chose has changed since: read the proposal again.',
    'chosen',
  );
