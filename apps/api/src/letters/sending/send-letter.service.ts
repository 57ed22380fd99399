import { Injectable } from '@nestjs/common';
import { isoDay, localDay } from '@repere/feel';
import { CaseReader } from '../../cases/reading/case-reader';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { RecordSharingService } from '../../privacy/sharing/record-sharing.service';
import type { SendingContent } from '../entities/letter-sending.entity';
import { FillStepService } from './fill-step.service';
import { LetterKinds } from '../letter-kinds';
import { ReferralOfLetterService } from '../referral-of-letter.service';
import type { SendLetterDto } from '../letters.dto';
import { type KeptLetter, LettersRepository } from '../letters.repository';
import { checkOfReferral, receiverOf, termsOf } from './terms-of-sending';

/** Clocks of two machines differ. */
const MINUTE = 60_000;

/** Records that a letter left: once, never changed. That is sharing (CASF L226-2-2): the register says so in the same transaction. */
@Injectable()
export class SendLetterService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly kinds: LetterKinds,
    private readonly letters: LettersRepository,
    private readonly sharing: RecordSharingService,
    private readonly steps: FillStepService,
    private readonly referrals: ReferralOfLetterService,
  ) {}

  async sendLetter(caseFileId: string, id: string, sent: SendLetterDto): Promise<void> {
    const file = await this.reader.lock(caseFileId);
    const letter = await this.letters.findLetter(file, id);
    if (!letter) throw new Refusal('not-found');
    this.kinds.getKind(file, letter.template);
    this.kinds.demandOpen(file, letter);
    if (await this.letters.isCorrected(file, id)) throw corrected();
    const sentAt = this.moment(letter, sent.sentAt);
    if (letter.content.second === 'must' && sent.secondSignature === undefined)
      throw refused(
        'second-missing',
        'Une seconde personne signe cette lettre : dites qui.',
        'A second person signs this letter: say who.',
        'secondSignature',
      );
    const sharingId = await this.share(file, letter, sent, sentAt);
    const content = contentOf(letter, sent);
    const isNew = await this.letters.recordSending(file, {
      letterId: id,
      sentAt,
      how: sent.how,
      sharingId,
      content,
    });
    if (!isNew)
      throw refused(
        'sent-already',
        'Cette lettre est déjà partie. Pour la corriger, écrivez-en une seconde.',
        'This letter was sent already. To correct it, write a second one.',
      );
    const before = letter.corrects === null ? null : await this.letters.findSending(file, letter.corrects);
    await this.steps.fillStep(file, letter, sentAt, content, before);
    this.unit.notes({
      ...{ letter: id, how: sent.how, sentAt: sentAt.toISOString(), sha256: letter.sha256 },
      ...{ toWhom: content.toWhom, reference: content.reference },
      ...(content.receivedBy !== null && { receivedBy: content.receivedBy }),
      ...(content.secondSignature !== null && { secondSignature: content.secondSignature }),
      ...(sharingId !== null && { sharing: sharingId }),
    });
  }

  private moment({ at }: KeptLetter, said: string): Date {
    const sentAt = new Date(said);
    const now = this.unit.now();
    if (sentAt.getTime() > now + MINUTE)
      throw refused('in-future', 'Cette heure est à venir.', 'This hour is yet to come.', 'sentAt');
    if (sentAt.getTime() < at.getTime() - MINUTE)
      throw refused(
        'before-letter',
        'Cette lettre n’était pas encore écrite à cette heure.',
        'This letter was not written yet at that hour.',
        'sentAt',
      );
    return new Date(Math.min(Math.max(sentAt.getTime(), at.getTime()), now));
  }

  /** Id of its line in the register, which is that of the referral that it tells of; `null` for a letter that is the child's own and went to nobody else. */
  private async share(
    file: LoadedCase,
    { content, classes, sha256, referralId, corrects }: KeptLetter,
    sent: SendLetterDto,
    sentAt: Date,
  ): Promise<string | null> {
    if (referralId !== null) {
      const { id, toWhom } = await this.referrals.getSentTo(file, referralId, { sentAt, corrects });
      checkOfReferral(sent, toWhom);
      return id;
    }
    const terms = termsOf(file, content, sent);
    if (terms === null) return null;
    const { basis } = sent;
    if (!basis)
      throw refused(
        'basis-missing',
        'Dites pourquoi il le fallait, et qui l’a su avant.',
        'Say why it was needed, and who knew first.',
        'basis',
      );
    return this.sharing.note(file, {
      on: isoDay(localDay(sentAt.getTime(), file.territory.zone)),
      ...terms,
      classes,
      toWhom: receiverOf(sent),
      what: `${content.title.fr} (lettre, empreinte ${sha256.slice(0, 16)})`,
      ...{ why: basis.why, child: basis.child, parents: basis.parents },
      how: 'written',
    });
  }
}

const corrected = () =>
  refused(
    'corrected-already',
    'Une seconde lettre corrige celle-ci : envoyez la seconde.',
    'A second letter corrects this one: send the second.',
  );

/** A letter has a reference and a place, whatever was said: ours, where its exact bytes are. */
const contentOf = ({ sha256 }: KeptLetter, sent: SendLetterDto): SendingContent => ({
  receivedBy: sent.receivedBy ?? null,
  toWhom: receiverOf(sent),
  reference: sent.reference ?? `Repère ${sha256.slice(0, 16)}`,
  keptWhere: sent.keptWhere ?? 'Lettres du dossier, dans Repère',
  secondSignature: sent.secondSignature ?? null,
});
