import { type CaseState, type CompiledProtocol, readOutcome } from '@repere/case-engine';
import { readEquality, text, wordAbout } from '@repere/feel';
import type { ProofFinding } from '@repere/protocol';
import type { Truncation } from '../search/candidate-actions';
import { conjunctsOf, type Wanted } from '../search/classes/conjuncts';
import { type Reached, reach, reachAnyhow, refutePart } from '../search/distance/reachability';
import { counterExample } from '../counter-example/counter-example';
import { findingAbout, boundOf, coveredBy, farther, NOTHING, type Proving } from './proving';

/** Whether one person alone can bring a run to an outcome that protects less (G08). */
export function proveFourEyes(proving: Proving, protocol: CompiledProtocol, outcome: string): ProofFinding {
  const { world } = proving;
  const limits = { ...proving.limits, isAlone: true };
  const title = protocol.outcomes.find(({ definition }) => definition.id === outcome)?.title ?? {
    fr: outcome,
    en: outcome,
  };
  const finding = findingAbout('two-persons', protocol, outcome, title, ['G08']);
  let covered = NOTHING;
  const truncations = new Set<Truncation>();
  let needsTwo = 0;
  for (const wanted of linesOf(protocol, outcome)) {
    if (wanted.some((part) => takesTwo(protocol, part))) {
      needsTwo++;
      continue;
    }
    const first = reach(world, protocol, wanted, limits);
    covered = coveredBy(covered, first);
    if (first.found) return broken(proving, protocol, outcome, title, finding, first, covered, true);
    if (first.truncations.size === 0) continue;
    const part = refutePart(world, protocol, wanted, limits);
    if (part) {
      covered = coveredBy(covered, part);
      continue;
    }
    const nearest = reachAnyhow(world, protocol, wanted, farther(limits));
    covered = coveredBy(covered, nearest);
    if (nearest.found) return broken(proving, protocol, outcome, title, finding, nearest, covered, false);
    for (const truncation of [...first.truncations, ...nearest.truncations]) truncations.add(truncation);
  }
  if (truncations.size === 0) {
    const method = needsTwo > 0 && covered.states === 0 ? 'dependencies' : 'search';
    return { ...finding, verdict: 'proven', method, covered: coveredBy(covered, { facts: needsTwo }) };
  }
  return {
    ...finding,
    verdict: 'bounded',
    method: 'search',
    covered,
    bound: boundOf(truncations, covered, limits),
  };
}

/**
 * Whether a part can't be so without a second person, by the engine's own rules: that a step was approved (nobody approves
 * their own entry), or that a ranked fact has the value that protects least, where only steps that decide it may write it.
 */
function takesTwo(protocol: CompiledProtocol, { text: condition, is }: Wanted): boolean {
  if (!is) return false;
  const asked = wordAbout(condition);
  if (asked?.word === 'approved' && asked.field === undefined) return true;
  const { name: id = '', code } = readEquality(condition) ?? {};
  const fact = protocol.factOf.get(id);
  if (!fact || code === undefined || fact.definition.ranked?.at(-1) !== code) return false;
  const { writtenBy } = fact.definition;
  const writers = protocol.steps.filter((step) => step.fields.get(id) === fact);
  const isElsewhere = fact.isShared && writtenBy === undefined;
  return !isElsewhere && writers.every((step) => step.decides === fact);
}

/** What each line of the outcome wants: itself exactly true, those above exactly false. */
function linesOf(protocol: CompiledProtocol, outcome: string): readonly (readonly Wanted[])[] {
  const { outcomes } = protocol.document;
  return outcomes.flatMap((line, place) => {
    if (line.id !== outcome || line.protects !== 'less' || line.when === undefined) return [];
    const above = outcomes
      .slice(0, place)
      .flatMap(({ when }) => (when === undefined ? [] : conjunctsOf(protocol, when, false)));
    return [[...conjunctsOf(protocol, line.when, true), ...above]];
  });
}

function broken(
  { world }: Proving,
  protocol: CompiledProtocol,
  outcome: string,
  title: ProofFinding['title'],
  finding: ReturnType<typeof findingAbout>,
  { found }: Reached,
  covered: ProofFinding['covered'],
  isShortest: boolean,
): ProofFinding {
  const isShown = (state: CaseState): boolean => {
    const fold = state.readFold();
    return fold.runs.some((run) => run.protocol === protocol && readOutcome(fold, run) === outcome);
  };
  const told = found
    ? counterExample(
        world,
        found,
        {
          id: outcome,
          protocol: protocol.id,
          child: text(
            `une seule personne arrive à « ${title.fr} », qui protège moins l'enfant.`,
            `one person alone comes to "${title.en}", which protects the child less.`,
          ),
          verdict: text(
            `« ${title.fr} » sans seconde personne : personne n'a relu.`,
            `"${title.en}" without a second person: nobody looked again.`,
          ),
          expect: { not_outcome: outcome },
          isShown,
        },
        isShortest,
      )
    : null;
  return { ...finding, verdict: 'broken', method: 'search', covered, ...(told && { counterExample: told }) };
}
