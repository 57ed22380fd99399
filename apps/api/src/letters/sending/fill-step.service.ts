import { Injectable } from '@nestjs/common';
import { DraftsRepository } from '../../cases/drafts/drafts.repository';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import type { SendingContent } from '../entities/letter-sending.entity';
import type { KeptLetter } from '../letters.repository';

/** A step's draft as its form writes it, as far as papers are concerned. */
interface StepDraft {
  readonly form: 1;
  readonly typed: {
    readonly evidence?: Readonly<Record<string, Partial<KeptPaper> | null>>;
  };
}

interface KeptPaper {
  readonly reference: string;
  readonly place: string;
}

/**
 * Fills in, in the draft of the step that a letter does, under which reference it is kept and where. Whoever sent it ends the step.
 * What somebody typed there stands; what the letter that it corrects filled in does not.
 */
@Injectable()
export class FillStepService {
  constructor(private readonly drafts: DraftsRepository) {}

  async fillStep(
    file: LoadedCase,
    { runId, step }: Pick<KeptLetter, 'runId' | 'step'>,
    { reference, keptWhere }: SendingContent,
    before: SendingContent | null,
  ): Promise<void> {
    if (runId === null || step === null) return;
    const [paper] = file.findStep(runId, step)?.evidence ?? [];
    if (paper === undefined) return;
    const about = { runId, step };
    const draft = await this.drafts.findDraft(about, file.key);
    const form = isStepDraft(draft?.content) ? draft.content : null;
    const typed = form?.typed.evidence?.[paper];
    if (typed && isTyped(typed, before)) return;
    const content: StepDraft = {
      ...form,
      form: 1,
      typed: {
        ...form?.typed,
        evidence: { ...form?.typed.evidence, [paper]: { reference, place: keptWhere } },
      },
    };
    const protocolVersion = file.versionOf(runId).document.version;
    // Another device may save the draft in the same moment: what is typed there stands, and the letter has its reference anyway.
    await this.drafts.saveDraft(file.row.id, about, file.key, {
      ...{ content, protocolVersion, seen: draft?.revision ?? 0 },
    });
  }
}

/** In whatever shape a form sent it: what is not the letter's before is somebody's. */
const isTyped = ({ reference, place }: Partial<KeptPaper>, before: SendingContent | null): boolean =>
  (!isBlank(reference) && reference !== before?.reference) ||
  (!isBlank(place) && place !== before?.keptWhere);

const isBlank = (typed: unknown): boolean =>
  typed === undefined || typed === null || (typeof typed === 'string' && typed.trim() === '');

const isStepDraft = (content: unknown): content is StepDraft =>
  typeof content === 'object' &&
  content !== null &&
  'typed' in content &&
  typeof content.typed === 'object' &&
  content.typed !== null;
