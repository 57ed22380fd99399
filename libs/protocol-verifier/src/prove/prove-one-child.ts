import { type CaseState, type CompiledProtocol, type CompiledSafeguard, testIn } from '@repere/case-engine';
import { text } from '@repere/feel';
import type { ProofFinding } from '@repere/protocol';
import { conjunctsOf } from '../search/classes/conjuncts';
import {
  type Reached,
  reach,
  reachAnyhow,
  reachFromExamples,
  refutePart,
} from '../search/distance/reachability';
import { proveSafeguard } from '../solver/prove-safeguard';
import { counterExample } from '../counter-example/counter-example';
import { findingAbout, boundOf, coveredBy, farther, type Proving, titleOf } from './proving';

/** `always` and `never`: the solver first, then every history of the cone, then those that look nearest. */
export async function proveOneChild(
  proving: Proving,
  protocol: CompiledProtocol,
  { definition, brokenWhen }: CompiledSafeguard,
): Promise<ProofFinding> {
  const { world, encoding, solve, limits } = proving;
  const { id, basis, always, never } = definition;
  const title = titleOf(definition);
  const finding = findingAbout('safeguard', protocol, id, title, basis);
  const proof = await proveSafeguard(encoding, protocol.id, id, solve);
  if (proof.verdict === 'proven') {
    return { ...finding, verdict: 'proven', method: proof.method, covered: coveredBy(proof) };
  }
  const wanted = conjunctsOf(protocol, always ?? never ?? '', brokenWhen);
  const method = 'solver-and-search';
  const first = reach(world, protocol, wanted, limits);
  const broken = (reached: Reached, isShortest: boolean): ProofFinding => ({
    ...finding,
    verdict: 'broken',
    method,
    covered: coveredBy(proof, first, reached),
    ...withCounterExample(proving, protocol, definition.id, reached, isShortest, title),
  });
  if (first.found) return { ...broken(first, true), covered: coveredBy(proof, first) };
  const part = first.truncations.size === 0 ? first : refutePart(world, protocol, wanted, limits);
  if (part) {
    return {
      ...finding,
      verdict: 'proven',
      method,
      covered: coveredBy(proof, first, part === first ? {} : part),
    };
  }
  const beside = reachFromExamples(world, protocol, wanted, { ...limits, states: limits.states * 3 });
  if (beside.found) return broken(beside, false);
  const nearest = reachAnyhow(world, protocol, wanted, farther(limits));
  if (nearest.found) return broken(nearest, false);
  return {
    ...finding,
    verdict: 'bounded',
    method,
    covered: coveredBy(proof, first, beside, nearest),
    bound: boundOf(
      [...first.truncations, ...nearest.truncations],
      { states: first.states + beside.states + nearest.states },
      limits,
    ),
  };
}

function withCounterExample(
  { world }: Proving,
  protocol: CompiledProtocol,
  id: string,
  { found }: Reached,
  isShortest: boolean,
  title: ProofFinding['title'],
): Pick<ProofFinding, 'counterExample'> {
  const compiled = protocol.safeguards.find((it) => it.definition.id === id);
  if (!found || !compiled) return {};
  const isShown = (state: CaseState): boolean => {
    const fold = state.readFold();
    return fold.runs.some(
      (run) => run.protocol === protocol && testIn(fold, run, -1, compiled.condition) === compiled.brokenWhen,
    );
  };
  const told = counterExample(
    world,
    found,
    {
      id,
      protocol: protocol.id,
      child: text(
        `cette promesse n'est plus tenue pour l'enfant : « ${title.fr} ».`,
        `this promise is no longer kept for the child: "${title.en}".`,
      ),
      verdict: text(`Garde-fou rompu : « ${title.fr} ».`, `Safeguard broken: "${title.en}".`),
      expect: { kept: [id] },
      isShown,
    },
    isShortest,
  );
  return told ? { counterExample: told } : {};
}
