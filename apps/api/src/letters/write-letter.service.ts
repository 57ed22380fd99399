import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FieldClass, LetterTemplate } from '@repere/protocol';
import { CaseReader } from '../cases/reading/case-reader';
import { getStep } from '../cases/steps/step-file';
import { Refusal } from '../platform/refusals/refusal';
import { refused } from '../platform/refusals/refused';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import type { LetterContent, WrittenPart } from './entities/letter.entity';
import { LetterKinds } from './letter-kinds';
import type { LetterMadeDto, WriteLetterDto } from './letters.dto';
import { LettersRepository } from './letters.repository';
import { letterTooLong, PrintLetter } from './paper/print-letter';
import { ProposeLetterService } from './propose-letter.service';

/** Letters of one case; who needs more has made a mistake, or is one. */
const MOST_LETTERS = 300;
/** Characters of all parts: two pages and some. */
const MOST_TEXT = 14_000;

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
  ) {}

  async writeLetter(caseFileId: string, letter: WriteLetterDto): Promise<LetterMadeDto> {
    const file = await this.reader.lock(caseFileId);
    const kind = this.kinds.findKind(file, letter.template);
    if (!kind) throw noSuchLetter();
    const { runId = null, step = null, corrects = null } = letter;
    if ((runId === null) !== (step === null)) throw new Refusal('not-found');
    if (runId !== null && step !== null) getStep(file, { runId, step });
    if (corrects !== null && !(await this.letters.findLetter(file, corrects))) throw new Refusal('not-found');
    if ((await this.letters.count(file)) >= MOST_LETTERS) throw tooMany();
    const parts = writtenParts(kind, letter);
    const { leftOut } = this.proposing.proposeLetter(file, kind);
    const chosen = leftOut.filter(({ id }) => letter.chosen.includes(id));
    if (chosen.length !== letter.chosen.length) throw unknownLine();
    const content: LetterContent = {
      ...{ title: kind.title, ground: kind.ground ?? null, isBound: kind.isBound, second: kind.second },
      recipient: letter.recipient,
      parts,
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
    });
    this.unit.notes({ letter: id, template: kind.id, sha256, ...(corrects !== null && { corrects }) });
    return { id };
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

/** Every part of the kind, in its order; those without words are left out, unless the letter needs them. */
function writtenParts(kind: LetterTemplate, { parts }: WriteLetterDto): readonly WrittenPart[] {
  const texts = new Map(parts.map(({ id, text }) => [id, text.trim()]));
  if (texts.size !== parts.length || parts.some(({ id }) => !kind.parts.some((it) => it.id === id)))
    throw refused(
      'unknown-part',
      'Cette lettre n’a pas cette partie.',
      'This letter has no such part.',
      'parts',
    );
  if (parts.reduce((sum, { text }) => sum + text.length, 0) > MOST_TEXT) throw letterTooLong('parts');
  return kind.parts.flatMap(({ id, title, isRequired }) => {
    const text = texts.get(id) ?? '';
    if (text !== '') return [{ id, title, text }];
    if (!isRequired) return [];
    throw refused(
      'part-missing',
      `Il manque : ${title.fr}. Ce qui n’est pas su s’écrit aussi.`,
      `Missing: ${title.en}. What is not known is written as well.`,
      `parts.${id}`,
    );
  });
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
