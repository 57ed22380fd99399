import { text, type Text } from '@repere/feel';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import type { CaseState } from '../fold/case-state';
import type { Explanation } from '../journal/engine-types';
import { approverOf, type Role, ROLE_WORDS, type StepState } from '@repere/protocol';
import { entryToApprove } from '../deadlines/deadlines';
import { dependenciesOf } from '../compile/dependencies';
import { explainGround, type Ground } from './explain-ground';
import type { Named } from './name-reference';
import { type Suspension, suspensionOf } from '../steps/suspension';
import type { CompiledStep } from '../compile/protocol-set';
import { mayBeDone } from '../decide/available-steps';
import { isMissingRequirements } from '../steps/missing-requirements';
import { outcomeIndex } from '../steps/read-outcome';
import { stepState } from '../steps/step-state';
import { listed, sentence } from './words';

/**
 * Why the step is as it is: one sentence, and what it stands on, fact by fact. For a step that protects it also says where
 * the missing answer can be given; for any other only what is missing, since more would coach. Throws on an unknown step.
 */
export function explain(state: CaseState, runId: string, stepId: string): Explanation {
  const fold = state.readFold();
  const run = fold.findRun(runId);
  const step = run?.protocol.steps[run.indexOf(stepId)];
  if (!run || !step) throw new RangeError(`No step ${stepId} in run ${runId}`);
  return explainStep(fold, run, step);
}

/** The same inside the engine: a refusal and a greyed button say the same words. */
export function explainStep(fold: CaseFold, run: RunFold, step: CompiledStep): Explanation {
  const state = stepState(fold, run, step.index);
  const ground = explainGround(fold, run, step, state);
  const suspended = suspensionOf(fold, run, step, state);
  if (suspended !== null) return explainSuspended(step, state, suspended);
  return {
    state,
    summary: sentence(summaryOf(fold, run, step, state, ground)),
    because: ground.things.map((it) => ({
      text: it.title,
      name: it.name,
      ...(it.fact && { fact: it.fact.id }),
      ...(it.runId !== undefined && { runId: it.runId }),
      ...(it.step !== undefined && { step: it.step }),
      basis: it.fact?.definition.basis ?? [],
      ...opensWith(fold, step, it),
    })),
    basis: step.definition.basis,
  };
}

/** Nothing of why it could or couldn't be done counts now: only what brings the child, and the step, back. */
function explainSuspended(
  step: CompiledStep,
  state: StepState,
  { run, step: ends }: Suspension,
): Explanation {
  const { title, basis } = ends.definition;
  const summary = text(
    `Suspendu : l'enfant n'est pas là. Revient à son retour : « ${title.fr} ».`,
    `Suspended: the child is not there. Comes back at the return: "${title.en}".`,
  );
  const opens = { runId: run.runId, step: ends.id };
  return {
    state,
    summary,
    because: [{ text: title, name: ends.id, ...opens, basis, opensWith: opens }],
    basis: step.definition.basis,
  };
}

function summaryOf(fold: CaseFold, run: RunFold, step: CompiledStep, state: StepState, ground: Ground): Text {
  const names = listed(ground.things.map((it) => it.title));
  switch (state) {
    case 'ready':
      return text('À faire.', 'To do.');
    case 'to-confirm':
      if (fold.entries[run.toConfirm.marksOf(step.index)]?.kind === 'run-moved') return movedWords(run);
      return text(
        `À confirmer : une réponse sur laquelle l'étape reposait a été corrigée${within(names.fr)}.`,
        `To be confirmed: an answer that the step stood on was corrected${within(names.en)}.`,
      );
    case 'waiting':
      return text(`Possible quand on saura : ${names.fr}.`, `Possible once this is known: ${names.en}.`);
    case 'blocked':
      return ground.kind === 'after'
        ? text(`Possible après : ${names.fr}.`, `Possible after: ${names.en}.`)
        : text(`Pas encore possible, d'après : ${names.fr}.`, `Not yet possible, by: ${names.en}.`);
    case 'not-yet':
      return ground.opensAt === undefined
        ? text(
            `S'ouvre plus tard ; date à saisir : ${names.fr}.`,
            `Opens later; date to be entered: ${names.en}.`,
          )
        : text(`S'ouvre le ${ground.opensAt.fr}.`, `Opens on ${ground.opensAt.en}.`);
    case 'not-applicable':
      return ground.kind === 'after'
        ? text(`Ne s'applique pas : vient après ${names.fr}.`, `Does not apply: comes after ${names.en}.`)
        : (nothingToPropose(fold, run, step, ground) ??
            text(`Ne s'applique pas, d'après : ${names.fr}.`, `Does not apply, by: ${names.en}.`));
    case 'awaiting-approval':
    case 'done-to-approve':
      return waitingWords(fold, run, step, state);
    case 'done':
      return text('Fait.', 'Done.');
    case 'waived':
      return text('Écartée, avec motif.', 'Waived, with a reason.');
  }
}

/** A decision that only a less protective outcome would open: said by what holds now, which protects the child. */
function nothingToPropose(fold: CaseFold, run: RunFold, step: CompiledStep, { things }: Ground): Text | null {
  const isByOutcome = things.length > 0 && things.every(({ name }) => name === 'outcome');
  if (step.definition.kind !== 'decision' || !isByOutcome) return null;
  const { outcomes } = run.protocol;
  const outcome = outcomes[outcomeIndex(fold, run)];
  const title = outcome && outcomes.find(({ definition }) => definition.id === outcome.definition.id)?.title;
  if (!outcome || !title || outcome.definition.protects !== 'full') return null;
  // What holds otherwise is what the child stays.
  const stays = outcomes.some(
    ({ definition: { id, otherwise } }) => id === outcome.definition.id && otherwise === true,
  );
  const [fr, en] = [uncapitalised(title.fr), uncapitalised(title.en)];
  return stays
    ? text(`Rien à proposer : l'enfant reste ${fr}.`, `Nothing to propose: the child stays ${en}.`)
    : text(`Rien à proposer : ${fr}.`, `Nothing to propose: ${en}.`);
}

const uncapitalised = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1);

/** In brackets; nothing where the version followed now does not know the names. */
const within = (names: string): string => (names === '' ? '' : ` (${names})`);

function movedWords({ protocol: { version } }: RunFold): Text {
  return text(
    `À confirmer : l'étape n'est plus la même dans la version ${version}, que ce dossier suit maintenant.`,
    `To be confirmed: the step is not the same in version ${version}, which this case follows now.`,
  );
}

function waitingWords(fold: CaseFold, run: RunFold, step: CompiledStep, state: StepState): Text {
  const who = approver(approverOf(step.definition));
  if (state === 'awaiting-approval') {
    return text(
      `Attend la validation d'une autre personne, ${who.fr} ; d'ici là, ce qui valait avant vaut encore.`,
      `Waits for the approval of another person, ${who.en}; until then what held before still holds.`,
    );
  }
  if (entryToApprove(fold, run, step.index) < 0 && isMissingRequirements(fold, run, step)) {
    return text(
      "En vigueur ; reste à écrire l'intérêt supérieur ou l'avis de l'enfant, sous 24 heures.",
      "In effect; the best interests or the child's view are still to be written, within 24 hours.",
    );
  }
  return text(
    `En vigueur ; à valider par une autre personne, ${who.fr}, sous 24 heures.`,
    `In effect; to be approved by another person, ${who.en}, within 24 hours.`,
  );
}

/** Who the second person is, in words. */
const approver = (role: Role): Text =>
  role === 'SUP' ? text('un·e responsable', 'a supervisor') : ROLE_WORDS[role];

/** The step that comes first, or where a missing answer can be given now. The second only for steps that protect: for others it would tell what to answer. */
function opensWith(
  fold: CaseFold,
  step: CompiledStep,
  thing: Named,
): { opensWith?: { runId: string; step: string } } {
  if (thing.step !== undefined && thing.runId !== undefined) {
    return { opensWith: { runId: thing.runId, step: thing.step } };
  }
  if (!step.definition.protective) return {};
  const key = thing.fact?.key;
  if (key === undefined) return {};
  for (const run of fold.runs) {
    for (const other of run.protocol.steps) {
      const { writes } = dependenciesOf(fold.set, run.protocol, other);
      if (other !== step && writes.has(key) && mayBeDone(fold, run, other.index)) {
        return { opensWith: { runId: run.runId, step: other.id } };
      }
    }
  }
  return {};
}
