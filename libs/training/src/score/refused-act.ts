import type { CompiledProtocol, Reason } from '@repere/case-engine';
import { text, type Text } from '@repere/feel';
import type { Attempt } from '../practice/practice-act';

/** An act that the engine refused, as the record of a space has it: by codes, without what was typed. */
export interface RefusedAct {
  /** Epoch ms, by the space's clock. */
  readonly at: number;
  readonly runId: string;
  readonly step: string;
  /** Of its reasons. */
  readonly codes: readonly string[];
  /** What unmet requirements stand on and read. */
  readonly rules: readonly string[];
}

/** Refusals that stand for a guard: something was tried that no path may do. All others say that a form is not filled yet. */
const GUARDS: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    requires: text('Ce que l’étape exige manque.', 'What the step requires is missing.'),
    'own-approval': text('Une autre personne doit valider.', 'Another person must approve.'),
    'not-waivable': text('Cette étape ne peut pas être écartée.', 'This step can not be waived.'),
    'no-new-facts': text('Protéger moins demande un fait nouveau.', 'Protecting less needs a new fact.'),
    'lowered-without-facts': text(
      'Corriger vers une réponse qui protège moins demande un fait nouveau.',
      'Correcting to an answer that protects less needs a new fact.',
    ),
    'lowered-by-time': text(
      'Changer l’heure remettrait en vigueur une décision qui protège moins.',
      'Another time would have a decision hold again that protects less.',
    ),
    'interpreter-tied': text(
      'L’interprète a un lien avec l’affaire.',
      'The interpreter is tied to the matter.',
    ),
    'contradicted-reason': text(
      'Le motif est contredit par ce que le dossier sait.',
      'The reason is contradicted by what the case knows.',
    ),
  }),
);

export const isGuard = (code: string): boolean => GUARDS.has(code);

/** As a run that is played on its page keeps it; words are those of the guard, or of the requirement of that step which was not met. */
export function attemptOf(
  { at, runId, step, codes, rules }: RefusedAct,
  runs: ReadonlyMap<string, CompiledProtocol>,
): Attempt {
  const protocol = runs.get(runId);
  const unmet = protocol?.steps[protocol.stepIndex.get(step) ?? -1]?.definition.requires.find(
    ({ basis = [] }) => basis.length > 0 && basis.every((it) => rules.includes(it)),
  );
  const reasons = codes.flatMap((code): readonly Reason[] => {
    const words = GUARDS.get(code);
    if (!words) return [];
    return code === 'requires' && unmet
      ? [{ code, text: unmet.because, basis: unmet.basis }]
      : [{ code, text: words }];
  });
  return { at, runId, step, reasons };
}
