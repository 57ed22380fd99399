import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { readCheckpoint } from '@repere/ledger';
import { Refusal } from '../../../platform/refusals/refusal';
import { LedgerCheckpointEntity } from '../../../ledger/entities/ledger-checkpoint.entity';
import type { ProblemReasonDto } from '../../../platform/answers/openapi';

/** Checkpoints that somebody kept elsewhere and hands in, so that the bundle proves that the record only grew since. */
@Injectable()
export class PinnedCheckpoints {
  constructor(
    @InjectRepository(LedgerCheckpointEntity)
    private readonly checkpoints: Repository<LedgerCheckpointEntity>,
  ) {}

  /** `refused`, saying which it is, when one is no checkpoint, or is none that this record ever had: then something is wrong. */
  async check(notes: readonly string[]): Promise<void> {
    for (const [place, note] of notes.entries()) {
      const size = sizeOf(note);
      if (size === null) throw refused('no-checkpoint', place);
      const kept = await this.checkpoints.findBy({ size: String(size) });
      // Signatures may have been added to the one that was kept.
      if (!kept.some((it) => textOf(it.note) === textOf(note))) throw refused('other-record', place);
    }
  }

  /** Their sizes; what is no checkpoint was refused before. */
  sizes(notes: readonly string[]): readonly number[] {
    return notes.flatMap((note) => sizeOf(note) ?? []);
  }
}

/** A signed note: the text up to an empty line, then its signatures. */
const textOf = (note: string): string =>
  `${note.replaceAll('\r\n', '\n').trimStart().split('\n\n')[0] ?? ''}\n`;

function sizeOf(note: string): number | null {
  const read = readCheckpoint(textOf(note));
  return read.ok ? read.checkpoint.size : null;
}

const WORDS = {
  'no-checkpoint': {
    fr: 'Ce texte n’est pas un point de contrôle. Collez la note entière, de la première ligne à la signature.',
    en: 'This text is not a checkpoint. Paste the whole note, from its first line to the signature.',
  },
  'other-record': {
    fr: 'Le registre n’a jamais eu ce point de contrôle. Soit il vient d’ailleurs, soit le registre a été refait ou ramené en arrière depuis : gardez ce texte et prévenez la personne qui administre Repère et votre autorité de contrôle.',
    en: 'The record never had this checkpoint. Either it comes from elsewhere, or the record was rewritten or rolled back since: keep this text, and tell whoever administers Repère and your supervisory authority.',
  },
} as const;

const refused = (code: keyof typeof WORDS, place: number): Refusal =>
  new Refusal('refused', {
    reasons: [{ code, text: WORDS[code], field: `pinned.${String(place)}` } satisfies ProblemReasonDto],
  });
