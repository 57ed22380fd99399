import type { FieldClass } from '@repere/protocol';
import type { Reason } from '@repere/case-engine';
import type { LoadedCase } from '../../reading/loaded-case';
import { readsHidden } from './redact-deviations';
import { HIDDEN } from './redact-explanation';

/** What is said in place of a reason that would tell what the reader may not see. */
const REDACTED = { fr: `Ce refus ${HIDDEN.fr}.`, en: `This refusal ${HIDDEN.en}.` };

/** Reasons without a word on facts that the reader may not see. What they stand on stays, for the record alone. */
export const redactReasons = (
  file: LoadedCase,
  reasons: readonly Reason[],
  redacted: ReadonlySet<FieldClass>,
  at: string | null,
): readonly Reason[] =>
  redacted.size === 0
    ? reasons
    : reasons.map((it) => {
        const runId = it.runId ?? at;
        const known = runId !== null && file.hasRun(runId) ? runId : null;
        const list = known !== null && it.step !== undefined ? listOf(file, known, it.step) : null;
        return readsHidden(file, known, list, it.about ?? [], redacted)
          ? { ...it, text: REDACTED, rows: undefined }
          : it;
      });

/** Whether the reason was redacted: then its rules aren't told either. */
export const isReasonRedacted = ({ text }: Reason): boolean => text === REDACTED;

function listOf(file: LoadedCase, runId: string, step: string): string | null {
  const definition = file.findStep(runId, step);
  return definition?.adds ?? definition?.about ?? null;
}
