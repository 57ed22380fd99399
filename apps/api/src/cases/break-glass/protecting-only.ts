import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import type { FactValues } from '@repere/protocol';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { AboutStep } from '../acts/case-command-handler';
import type { LoadedCase } from '../reading/loaded-case';
import { redactedClasses } from '../disclosure/redacted-classes';
import { getStep } from '../steps/step-file';
import type { ActDoneDto } from '../page/case-file.dto';

/** What whoever broke the glass may do with steps: those that protect, and nothing that protects less. */
@Injectable()
export class ProtectingOnly {
  constructor(private readonly unit: UnitOfWork) {}

  /** Whether the reader may only protect in this case. */
  only(file: LoadedCase): boolean {
    return !may(principalOf(this.unit.account), 'write', file.resource).yes;
  }

  refuseOther(file: LoadedCase, about: AboutStep): void {
    if (!getStep(file, about).protective) throw notAllowed();
  }

  /** Adds what was seen. What is known stays, but for a "yes"; how the child is reached is not this reader's to say. */
  refuseFacts(file: LoadedCase, values: FactValues): void {
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    for (const [fact, value] of Object.entries(values)) {
      const { class: of } = file.findFact(null, fact) ?? {};
      const known = file.view.facts.find((it) => it.fact === fact && it.runId === null);
      const isReplaced =
        known !== undefined && JSON.stringify(known.value) !== JSON.stringify(value) && value !== 'yes';
      if (of === 'contact' || (of && redacted.has(of)) || isReplaced) throw notAllowed();
    }
  }

  /** What a decision carries beside itself takes back no "yes": only who follows the case, or who sees the child again, may. */
  refuseLowered(file: LoadedCase, about: AboutStep, values: FactValues): void {
    const { decides } = getStep(file, about);
    if (decides === undefined) return;
    for (const [fact, value] of Object.entries(values)) {
      const known = file.view.facts.find(
        (it) => it.fact === fact && (it.runId === null || it.runId === about.runId),
      );
      if (fact !== decides && known && isLowered(known.value, value)) throw notAllowed();
    }
  }

  /** What is in effect at once protects; what waits for a second person protects less. */
  refuseWaiting({ state }: Pick<ActDoneDto, 'state'>): void {
    if (state === 'awaiting-approval') throw notAllowed();
  }
}

/** Whether a "yes", of an answer or of an item of a checklist, would be one no more. */
function isLowered(known: unknown, value: unknown): boolean {
  if (answerOf(known) === 'yes') return answerOf(value) !== 'yes';
  if (typeof known !== 'object' || known === null) return false;
  const items: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  return Object.entries(known).some(([item, answer]) => item in items && isLowered(answer, items[item]));
}

const answerOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'answer' in value ? value.answer : value;

const notAllowed = (): Refusal =>
  new Refusal('not-allowed', {
    reasons: [
      {
        code: 'protecting-only',
        text: {
          fr: 'L’accès d’urgence permet de noter des faits et de protéger. Le reste revient à l’équipe du dossier.',
          en: 'Emergency access lets you record facts and protect. The rest is for the team of the case.',
        },
      },
    ],
  });
