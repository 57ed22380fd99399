import { Injectable } from '@nestjs/common';
import { isoDay, localDay } from '@repere/feel';
import { CaseReader } from '../../cases/reading/case-reader';
import { MASK } from '@repere/cases';
import { readChildView } from '../../cases/steps/read-step-input';
import type { ChildView } from '../../cases/steps/step-input.dto';
import { type Mask, maskOf } from '../../cases/disclosure/mask-words';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { unlessRedacted, redactedClasses } from '../../cases/disclosure/redacted-classes';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { refused } from '../../platform/refusals/refused';
import { SharingRepository } from './sharing.repository';
import type { NewSharing, RecordSharingDto, SharedDto, SharingDto } from './sharing.dto';

/**
 * Recording what was told outside the team. What was told is recorded whatever it was; what the law asks first (CASF L226-2-2) is
 * asked as questions that need an answer, not as a bar: what happened is always recordable.
 */
@Injectable()
export class RecordSharingService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly sharing: SharingRepository,
  ) {}

  async recordSharing(caseFileId: string, newSharing: RecordSharingDto): Promise<{ id: string }> {
    return { id: await this.note(await this.reader.lock(caseFileId), newSharing) };
  }

  /** Id of a new line of a case that is locked. */
  async note(file: LoadedCase, newSharing: NewSharing): Promise<string> {
    if (newSharing.on > isoDay(localDay(this.unit.now(), file.territory.zone)))
      throw refused('in-future', 'Cette date est à venir.', 'This date is yet to come.');
    for (const [who, { told: isTold, why }] of [
      ['child', newSharing.child],
      ['parents', newSharing.parents],
    ] as const)
      if (isTold === 'no' && !why) throw whyNotTold(who);
    if (newSharing.corrects !== undefined) await this.refuseCorrected(file, newSharing.corrects);
    const { childView } = newSharing;
    return this.sharing.addSharing(file, {
      ...newSharing,
      ...(childView && { childView: readChildView(childView) }),
    });
  }

  /**
   * The words of lines that tell of classes which the reader does not see are redacted. Who may take the child in says where the child
   * goes: that is masked to who must not learn it, but for what they told themselves.
   */
  async ofCase(file: LoadedCase): Promise<readonly SharingDto[]> {
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    const mask = maskOf(file, redacted);
    const all = await this.sharing.ofCase(file);
    return all.map(({ by, content, ...it }) => {
      const masked = content && maskedTexts(content, mask);
      const tellsWhere = content?.how === 'referral' || content?.mayTakeIn === true;
      const hidesWhom = tellsWhere && redacted.has('places') && by.id !== this.unit.account.id;
      return {
        ...it,
        by: unlessRedacted(redacted, ['staff'], by),
        content:
          masked &&
          unlessRedacted(redacted, ['narrative', ...it.classes], hidesWhom ? withoutWhom(masked) : masked),
      };
    });
  }

  private async refuseCorrected(file: LoadedCase, id: string): Promise<void> {
    const corrected = (await this.sharing.ofCase(file)).find((it) => it.id === id);
    if (!corrected) throw new Refusal('not-found');
    if (corrected.correctedBy !== null)
      throw refused(
        'corrected-already',
        'Cette ligne est déjà corrigée : corrigez la correction.',
        'This line is corrected already: correct the correction.',
      );
  }
}

/** What was told names who takes the child as well, in words of any kind. */
const withoutWhom = ({ service, ...content }: SharedDto): SharedDto => ({
  ...content,
  ...{ toWhom: MASK, what: MASK, why: MASK },
  ...(service !== undefined && { service: MASK }),
  ...(content.answer !== undefined && { answer: MASK }),
  ...(content.childView !== undefined && { childView: wordsOf(content.childView, () => MASK) }),
});

/** Somebody's own words, all but codes and dates. */
const maskedTexts = (
  {
    toWhom,
    service,
    what,
    why,
    answer,
    child,
    parents,
    isBound,
    how,
    until,
    mayTakeIn,
    childView,
  }: SharedDto,
  mask: Mask,
): SharedDto => ({
  isBound,
  how,
  ...(until !== undefined && { until }),
  ...(mayTakeIn !== undefined && { mayTakeIn }),
  ...(childView !== undefined && { childView: wordsOf(childView, mask) }),
  toWhom: mask(toWhom),
  ...(service !== undefined && { service: mask(service) }),
  what: mask(what),
  why: mask(why),
  ...(answer !== undefined && { answer: mask(answer) }),
  child: { ...child, ...(child.why !== undefined && { why: mask(child.why) }) },
  parents: { ...parents, ...(parents.why !== undefined && { why: mask(parents.why) }) },
});

const wordsOf = (view: ChildView, mask: Mask): ChildView =>
  'said' in view ? { said: mask(view.said) } : { whyNot: mask(view.whyNot) };

const whyNotTold = (who: 'child' | 'parents'): Refusal =>
  who === 'child'
    ? refused(
        'why-child-not-told',
        'Dites pourquoi l’enfant n’a pas été informé avant.',
        'Say why the child was not told first.',
        'child.why',
      )
    : refused(
        'why-parents-not-told',
        'Dites pourquoi les parents n’ont pas été informés avant : c’est l’intérêt de l’enfant qui le permet.',
        'Say why the parents were not told first: only the child’s interest allows it.',
        'parents.why',
      );
