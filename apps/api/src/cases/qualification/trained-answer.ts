import { Injectable } from '@nestjs/common';
import type { Words } from '@repere/cases';
import { type CurriculumItem, type FactValue, typeOf } from '@repere/protocol';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { AboutStep } from '../acts/case-command-handler';
import type { LoadedCase } from '../reading/loaded-case';
import { Qualifications } from './qualifications';

/**
 * Where a step asks whether who does it is trained (S15), and this house follows certificates: without one in force the answer is no,
 * so that the protocol's own rule brings a second person. It holds up nothing: what protects is in effect at once.
 */
@Injectable()
export class TrainedAnswer {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly qualifications: Qualifications,
  ) {}

  /** The values with that answer: a yes of somebody who has no certificate in force is a no; whatever else was said stays. */
  async withTrained<V extends Readonly<Record<string, unknown>>>(
    file: LoadedCase,
    about: AboutStep,
    values: V,
    accountId = this.unit.account.id,
  ): Promise<V> {
    const item = this.itemAsked(file, about);
    if (!item?.asked) return values;
    const { answer } = item.asked;
    const fact = file.documentOf(about.runId).facts[answer];
    const said = values[answer] as FactValue | undefined;
    // As the protocol's rule reads it: a yes with a note is a yes.
    if (!fact || said === undefined || typeOf(fact).convert(said) !== 'yes') return values;
    if (await this.isUpToDate(file, item, accountId)) return values;
    this.unit.notes({ trained: 'no-certificate' });
    return { ...values, [answer]: typeof said === 'object' ? { ...said, answer: 'no' } : 'no' };
  }

  /** What the form says beside that question; `null`: nothing else than the protocol does. */
  async showHint(
    file: LoadedCase,
    about: AboutStep,
  ): Promise<{ readonly field: string; readonly hint: Words } | null> {
    const item = this.itemAsked(file, about);
    if (!item?.asked) return null;
    const isUpToDate = await this.isUpToDate(file, item, this.unit.account.id);
    return { field: item.asked.answer, hint: isUpToDate ? UP_TO_DATE : NO_CERTIFICATE };
  }

  private itemAsked(file: LoadedCase, { runId, step }: AboutStep): CurriculumItem | undefined {
    if (!this.qualifications.isFollowed) return undefined;
    const { protocol } = file.documentOf(runId);
    return this.qualifications.curriculum.find((it) => it.protocol === protocol && it.asked?.step === step);
  }

  private async isUpToDate(file: LoadedCase, item: CurriculumItem, accountId: string): Promise<boolean> {
    const certificates = (await this.qualifications.readCertificates([accountId])).get(accountId) ?? [];
    const basis = { versions: file.inForce, zone: file.territory.zone };
    return this.qualifications.standing(item, certificates, basis).state === 'up-to-date';
  }
}

const NO_CERTIFICATE: Words = {
  fr: 'Aucune attestation à jour pour vous ici : la réponse gardée sera « non ». L’étape compte tout de suite, rien n’attend pour l’enfant ; un responsable relira avec vous.',
  en: 'There is no certificate in force for you here: the answer that is kept is “no”. The step counts at once, nothing waits for the child; a supervisor reviews it with you.',
};
const UP_TO_DATE: Words = {
  fr: 'Votre attestation est à jour. « Non » reste une bonne réponse ; un responsable relira avec vous.',
  en: 'Your certificate is in force. “No” is still a good answer; a supervisor reviews it with you.',
};
