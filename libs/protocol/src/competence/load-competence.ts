import { text, type Text } from '@repere/feel';
import { checkCodes } from '../check/words/check-basis';
import { type CheckFinding, toProblem } from '../check/checking';
import { proposeName } from '../check/propose-name';
import type { FactDefinition, Problem, ProtocolDocument, SharedDocument } from '../documents/document';
import { typeOf } from '../fact-types/of-fact';
import type { Sources } from '../load/load-sources';
import { checkStructure } from '../yaml/check-structure';
import { type Path, readYaml } from '../yaml/yaml-source';
import type { AuthorityRequest, Competence, CompetenceGround, CompetenceRule } from './competence-rules';

type GroundYaml = Partial<CompetenceGround>;

type RuleYaml = Omit<CompetenceRule, 'basis' | 'any' | 'seized'> & {
  readonly basis: string | readonly string[];
  readonly any: readonly GroundYaml[];
  readonly seized?: readonly string[];
};

type RequestYaml = Omit<AuthorityRequest, 'basis' | 'answered'> & {
  readonly basis: string | readonly string[];
  readonly answered?: readonly string[];
};

interface CompetenceYaml {
  readonly authorities: Readonly<Record<string, { readonly title: Text; readonly ours?: boolean }>>;
  readonly rules: readonly RuleYaml[];
  readonly requests: readonly RequestYaml[];
}

/** What `competence.yaml` may name. */
interface Known {
  readonly documents: readonly Pick<ProtocolDocument, 'protocol' | 'steps' | 'facts'>[];
  readonly shared: Pick<SharedDocument, 'facts'>;
  readonly sources: Sources;
}

/** Turns `competence.yaml` into rules; an authority, fact, answer, step or ground that there is not is an error. Never throws. */
export function loadCompetence(
  content: string,
  file: string,
  known: Known,
): { readonly competence?: Competence; readonly problems: readonly Problem[] } {
  const source = readYaml(content, file);
  const faults = checkStructure(source, 'competence');
  if (faults.length > 0) return { problems: faults };
  const said = source.value as CompetenceYaml;
  const findings = [...checkRules(said, known), ...checkRequests(said, known)];
  return findings.length > 0
    ? { problems: findings.map((finding) => toProblem(source, finding)) }
    : { competence: competenceOf(said), problems: [] };
}

const competenceOf = ({ authorities, rules, requests }: CompetenceYaml): Competence => ({
  authorities: Object.fromEntries(
    Object.entries(authorities).map(([id, { title, ours }]) => [id, { title, isOurs: ours ?? false }]),
  ),
  rules: rules.map(({ basis, any, seized = [], ...rule }) => ({
    ...rule,
    basis: [basis].flat(),
    any: any.map(groundOf),
    seized,
  })),
  requests: requests.map(({ basis, answered = [], ...request }) => ({
    ...request,
    basis: [basis].flat(),
    answered,
  })),
});

const groundOf = ({ known = [], recorded = [], unless = [], done = [], open = [] }: GroundYaml) => ({
  ...{ known, recorded, unless, done, open },
});

function* checkRules({ authorities, rules }: CompetenceYaml, known: Known): Iterable<CheckFinding> {
  for (const [place, { id, authority, basis, any, seized = [] }] of rules.entries()) {
    const at: Path = ['rules', place];
    yield* checkNames([authority], [...at, 'authority'], Object.keys(authorities), 'authority');
    yield* checkGround([basis].flat(), [...at, 'basis'], known);
    yield* checkNames(seized, [...at, 'seized'], stepsOf(known), 'step');
    if (rules.findIndex((it) => it.id === id) !== place)
      yield {
        code: 'same-rule',
        at: [...at, 'id'],
        message: text(`Deux règles s’appellent « ${id} ».`, `Two rules are called “${id}”.`),
        remedy: text('Donnez un autre nom à l’une.', 'Give one of them another name.'),
      };
    for (const [number, ground] of any.entries()) yield* checkAny(ground, [...at, 'any', number], known);
  }
}

function* checkAny(ground: GroundYaml, at: Path, known: Known): Iterable<CheckFinding> {
  const { done = [], open = [] } = ground;
  yield* checkNames(done, [...at, 'done'], stepsOf(known), 'step');
  yield* checkNames(
    open,
    [...at, 'open'],
    [...new Set(known.documents.map((it) => it.protocol))],
    'protocol',
  );
  for (const key of ['known', 'recorded', 'unless'] as const)
    for (const [place, { fact, in: codes }] of (ground[key] ?? []).entries()) {
      const answers = answersOf(fact, known);
      const here: Path = [...at, key, place];
      if (answers === null) yield* checkNames([fact], [...here, 'fact'], factsOf(known), 'fact');
      else yield* checkNames(codes, [...here, 'in'], answers, 'answer');
    }
  if ([ground.known, ground.recorded, done, open].every((it) => (it ?? []).length === 0))
    yield {
      code: 'holds-always',
      at,
      message: text('Cette règle tient toujours.', 'This rule always holds.'),
      remedy: text('Dites sur quoi elle repose.', 'Say what it stands on.'),
    };
}

function* checkRequests({ authorities, requests }: CompetenceYaml, known: Known): Iterable<CheckFinding> {
  for (const [place, { to, by, answered = [], basis }] of requests.entries()) {
    const at: Path = ['requests', place];
    yield* checkNames([to], [...at, 'to'], Object.keys(authorities), 'authority');
    yield* checkNames(by, [...at, 'by'], stepsOf(known), 'step');
    yield* checkNames(answered, [...at, 'answered'], stepsOf(known), 'step');
    yield* checkGround([basis].flat(), [...at, 'basis'], known);
  }
}

/** Who is in charge of a child stands on wording that was read. */
function* checkGround(codes: readonly string[], at: Path, { sources }: Known): Iterable<CheckFinding> {
  yield* checkCodes({ sources }, codes, at);
  for (const code of codes)
    if (sources[code]?.confidence === 'U')
      yield {
        code: 'unverified-ground',
        at,
        message: text(
          `${code} n’est pas vérifié : aucune compétence ne s’y appuie.`,
          `${code} is unverified: no competence stands on it.`,
        ),
        remedy: text(
          'Citez un texte qui a été lu (A, B ou C).',
          'Cite a fact whose wording was read (A, B or C).',
        ),
      };
}

const stepsOf = ({ documents }: Known): readonly string[] => [
  ...new Set(documents.flatMap((it) => it.steps.map(({ id }) => `${it.protocol}.${id}`))),
];

/** Facts that have codes. */
const factsOf = (known: Known): readonly string[] =>
  [...Object.keys(known.shared.facts), ...known.documents.flatMap(({ facts }) => Object.keys(facts))].filter(
    (name, place, all) => all.indexOf(name) === place && answersOf(name, known) !== null,
  );

/** Codes that may be answered to a fact or an item; `null`: there is no such fact, or none with codes. */
function answersOf(name: string, { documents, shared }: Known): readonly string[] | null {
  const [head = name, item] = name.split('.');
  const fact: FactDefinition | undefined =
    shared.facts[head] ?? documents.flatMap(({ facts }) => facts[head] ?? [])[0];
  if (!fact) return null;
  if (item !== undefined) return fact.items?.some(({ id }) => id === item) ? ['yes', 'no'] : null;
  // One answer at a time: several chosen together are no single ground.
  const codes = fact.multiple ? [] : (typeOf(fact).codes?.(fact) ?? []);
  return codes.length > 0 ? codes : null;
}

type Named = keyof typeof WHAT;

const WHAT = {
  authority: text('une autorité de ce fichier', 'an authority of this file'),
  step: text('l’étape d’un protocole', 'a step of a protocol'),
  protocol: text('un protocole', 'a protocol'),
  fact: text('un fait à choix', 'a fact with codes'),
  answer: text('une réponse de ce fait', 'an answer to this fact'),
};

function* checkNames(
  names: readonly string[],
  at: Path,
  known: readonly string[],
  what: Named,
): Iterable<CheckFinding> {
  for (const name of names)
    if (!known.includes(name))
      yield {
        code: `unknown-${what}`,
        at,
        message: text(`\`${name}\` n’est pas ${WHAT[what].fr}.`, `\`${name}\` is not ${WHAT[what].en}.`),
        remedy: proposeName(name, known),
      };
}
