import type { CompiledFact, CompiledProtocol, ProtocolSet } from '@repere/case-engine';
import { namesIn, parseExpression, type Syntax, text, type Text, wordAbout } from '@repere/feel';
import { formatAnswer, type ScenarioCondition, type TrainingScenario } from '@repere/protocol';
import { ScenarioNames } from '../check/scenario-names';
import { placeOfCondition } from '../practice/scenario-condition';

/**
 * A condition of a scenario as whoever leads reads it: steps and answers by the names that the protocol gives them. What it does not say in
 * words is told by what it reads. `null`: nothing of it has a name in these versions.
 */
export function conditionWords(
  set: ProtocolSet,
  scenario: TrainingScenario,
  told: ScenarioCondition,
): Text | null {
  const { protocol: id, source } = placeOfCondition(scenario, told);
  const protocol = new ScenarioNames(set, scenario).protocol(id);
  if (!protocol) return null;
  const parsed = parseExpression(source);
  return (parsed.ok && partWords(protocol, parsed.value)) || readsWords(protocol, source);
}

function partWords(protocol: CompiledProtocol, syntax: Syntax): Text | null {
  if (syntax.kind === 'call' && syntax.word === 'done') {
    const [about] = syntax.args;
    const title = about?.kind === 'name' ? stepTitle(protocol, about.name) : null;
    return title && text(`${quoted(title).fr} est fait`, `${quoted(title).en} is done`);
  }
  if (syntax.kind !== 'comparison' || syntax.operator !== '=' || syntax.right.kind !== 'literal') return null;
  const { left, right } = syntax;
  const asked = left.kind === 'call' && left.word === 'answer' ? left.args[0] : left;
  const fact = asked?.kind === 'name' ? protocol.factOf.get(asked.name) : undefined;
  return fact && typeof right.value === 'string' ? answerWords(fact, right.value) : null;
}

function answerWords({ definition }: CompiledFact, code: string): Text | null {
  const { fr, en } = formatAnswer(definition, code);
  return fr.includes(code) && en.includes(code) ? null : text(fr, en);
}

/** What it speaks of, where its words are more than that. */
function readsWords(protocol: CompiledProtocol, source: string): Text | null {
  const named = [
    ...(namesIn(source) ?? []),
    ...[...source.matchAll(/"([a-z][a-z0-9_]*)"/g)].map(([, it]) => it ?? ''),
  ];
  const titles = named.flatMap((name) => {
    const about = wordAbout(name)?.about ?? name;
    const title = stepTitle(protocol, about) ?? protocol.factOf.get(about)?.definition.title;
    return title ? [title] : [];
  });
  const list = [...new Map(titles.map((it) => [it.fr, quoted(it)])).values()];
  if (list.length === 0) return null;
  const isOne = list.length === 1;
  return text(
    `${list.map(({ fr }) => fr).join(', ')} ${isOne ? 'le dit' : 'le disent'}`,
    `${list.map(({ en }) => en).join(', ')} ${isOne ? 'says so' : 'say so'}`,
  );
}

const stepTitle = (protocol: CompiledProtocol, id: string): Text | null =>
  protocol.steps[protocol.stepIndex.get(id) ?? -1]?.definition.title ?? null;

const quoted = ({ fr, en }: Text): Text => text(`«\u00a0${fr}\u00a0»`, `“${en}”`);
