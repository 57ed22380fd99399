import { Injectable } from '@nestjs/common';
import { asksWhy, familyToldLine } from '@repere/cases';
import type { FieldClass, LetterTemplate } from '@repere/protocol';
import type { LoadedCase } from '../cases/reading/loaded-case';
import type { Refusal } from '../platform/refusals/refusal';
import { refused } from '../platform/refusals/refused';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { knownFamilyTold, type KnownFamilyTold } from './composing/known-family-told';
import type { AskedFamilyToldDto, FamilyToldDto } from './letters.dto';
import { LettersRepository } from './letters.repository';

/** Whether the family was told, of a letter that has to say it: what is known of it is proposed, and somebody chooses. */
@Injectable()
export class FamilyToldOfLetter {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly letters: LettersRepository,
  ) {}

  /** `null`: a letter of this kind does not have to say it. */
  async findAsked(
    file: LoadedCase,
    { parts }: LetterTemplate,
    redacted: ReadonlySet<FieldClass>,
  ): Promise<AskedFamilyToldDto | null> {
    const part = parts.find(({ familyTold }) => familyTold);
    if (!part?.familyTold) return null;
    const recorded = knownFamilyTold(file, part.familyTold, redacted);
    const written = await this.lastWritten(file, redacted);
    const [known = null] = [recorded, written].filter((it) => it !== null).toSorted((a, b) => b.at - a.at);
    return {
      part: part.id,
      known: known && { ...known, at: new Date(known.at).toISOString() },
    };
  }

  /** What the last letter of the case says that the reader may read: that it was not known then says nothing of now. */
  private async lastWritten(
    file: LoadedCase,
    redacted: ReadonlySet<FieldClass>,
  ): Promise<KnownFamilyTold | null> {
    const all = await this.letters.ofCase(file);
    const last = all.find(({ content }) => content.familyTold);
    const told = last?.content.familyTold;
    if (!last || !told || told.is === 'not-known') return null;
    if (redacted.size > 0 && last.byId !== this.unit.account.id) return null;
    return { ...told, source: last.content.title, at: last.at.getTime() };
  }
}

/** The line that says it, of a part that has to; `null`: it has not. Refused where nobody chose: unknown is never no. */
export function toldLineOf(
  part: LetterTemplate['parts'][number],
  told: FamilyToldDto | undefined,
): string | null {
  if (!part.familyTold) return null;
  if (!told) throw unsaid();
  if (asksWhy(told.is) !== (told.why !== undefined)) throw asksWhy(told.is) ? whyUnsaid() : whyOfNothing();
  return familyToldLine(told);
}

/** Whether the family was told is said of a letter that has a place for it. */
export function checkHasPlace({ parts }: LetterTemplate, told: FamilyToldDto | undefined): void {
  if (told && !parts.some(({ familyTold }) => familyTold)) throw noPlace();
}

const unsaid = (): Refusal =>
  refused(
    'family-told-unsaid',
    'Dites si la famille est prévenue : par nous, sachant sans nous, non, ou pas encore su.',
    'Say whether the family was told: by us, knowing without us, not, or not known yet.',
    'familyTold',
  );

const whyUnsaid = (): Refusal =>
  refused(
    'family-told-why',
    'Dites pourquoi la famille n’est pas prévenue, ou pourquoi ce n’est pas encore su.',
    'Say why the family was not told, or why that is not known yet.',
    'familyTold.why',
  );

const whyOfNothing = (): Refusal =>
  refused(
    'family-told-no-why',
    'Une famille qui le sait n’a pas de motif : écrivez-le dans la lettre.',
    'A family that knows needs no reason: write it in the letter.',
    'familyTold.why',
  );

const noPlace = (): Refusal =>
  refused(
    'family-told-unasked',
    'Cette sorte de lettre ne dit pas si la famille est prévenue.',
    'This kind of letter does not say whether the family was told.',
    'familyTold',
  );
