import { text } from '@repere/feel';
import { checkCodes } from '../check/words/check-basis';
import { type CheckFinding, toProblem } from '../check/checking';
import { proposeName } from '../check/propose-name';
import type { Problem, ProtocolDocument } from '../documents/document';
import type { RoleShape } from '../documents/fact-roles';
import type { Sources } from '../load/load-sources';
import { newestVersions } from '../traceability/newest-versions';
import { checkStructure } from '../yaml/check-structure';
import { type Path, readYaml } from '../yaml/yaml-source';
import type { CurriculumItem } from './curriculum';

type ItemYaml = Pick<CurriculumItem, 'title' | 'protocol' | 'roles' | 'months'> &
  Partial<Pick<CurriculumItem, 'scenarios' | 'renews' | 'since' | 'asked'>> & {
    readonly basis: string | readonly string[];
  };

/** How a step asks whether who does it is trained. */
const ANSWERED: RoleShape = { type: 'yes-no' };

/** What `curriculum.yaml` may name. */
interface Known {
  readonly documents: readonly ProtocolDocument[];
  readonly sources: Sources;
}

/**
 * Turns `curriculum.yaml` into what each role should have practised, in its order. A protocol, step or answer that the newest version has
 * not is an error, and so is an answer that brings no second person. Never throws.
 */
export function loadCurriculum(
  content: string,
  file: string,
  known: Known,
): { readonly curriculum?: readonly CurriculumItem[]; readonly problems: readonly Problem[] } {
  const source = readYaml(content, file);
  const faults = checkStructure(source, 'curriculum');
  if (faults.length > 0) return { problems: faults };
  const { items } = source.value as { readonly items: Readonly<Record<string, ItemYaml>> };
  const findings = Object.entries(items).flatMap(([id, item]) => [...checkItem(item, ['items', id], known)]);
  return findings.length > 0
    ? { problems: findings.map((finding) => toProblem(source, finding)) }
    : { curriculum: Object.entries(items).map(([id, item]) => itemOf(id, item)), problems: [] };
}

const itemOf = (
  id: string,
  { basis, scenarios, renews, since, asked, ...item }: ItemYaml,
): CurriculumItem => ({
  id,
  ...item,
  scenarios: scenarios ?? [],
  renews: renews ?? 'major',
  since: since ?? null,
  asked: asked ?? null,
  basis: [basis].flat(),
});

function* checkItem(
  { protocol, asked, basis }: ItemYaml,
  at: Path,
  { documents, sources }: Known,
): Iterable<CheckFinding> {
  yield* checkCodes({ sources }, [basis].flat(), [...at, 'basis']);
  const newest = newestVersions(documents);
  const document = newest.find((it) => it.protocol === protocol);
  if (!document) {
    yield unknownName(
      'protocol',
      [...at, 'protocol'],
      protocol,
      newest.map((it) => it.protocol),
    );
    return;
  }
  if (!asked) return;
  const step = document.steps.find(({ id }) => id === asked.step);
  if (!step) {
    yield unknownName(
      'step',
      [...at, 'asked', 'step'],
      asked.step,
      document.steps.map(({ id }) => id),
    );
    return;
  }
  const answers = step.fields.filter((id) => document.facts[id]?.type === ANSWERED.type);
  if (!answers.includes(asked.answer))
    yield unknownName('answer', [...at, 'asked', 'answer'], asked.answer, answers);
  else if (!isReviewedUnlessYes(step.approvedBy?.when, asked.answer))
    yield {
      code: 'not-reviewed',
      at: [...at, 'asked'],
      message: text(
        `Personne ne relit \`${asked.step}\` selon cette réponse.`,
        `Nobody reviews \`${asked.step}\` by this answer.`,
      ),
      remedy: text(
        `Donnez à l’étape un \`approvedBy\` avec \`when: ${asked.answer} != "yes"\`, ou ôtez \`asked\`.`,
        `Give the step an \`approvedBy\` with \`when: ${asked.answer} != "yes"\`, or take \`asked\` away.`,
      ),
    };
}

/** No and not known both ask for a second person: nothing else is taken, since a condition that is nearly right lets somebody through. */
const isReviewedUnlessYes = (when: unknown, answer: string): boolean =>
  typeof when === 'string' && when.split(' ').filter(Boolean).join(' ') === `${answer} != "yes"`;

const NOT_THERE = {
  protocol: { fr: 'n’est aucun protocole', en: 'is no protocol' },
  step: { fr: 'n’est pas une étape de ce protocole', en: 'is no step of this protocol' },
  answer: { fr: 'n’est pas un oui-non demandé par cette étape', en: 'is no yes-no that this step asks' },
} as const;

const unknownName = (
  what: keyof typeof NOT_THERE,
  at: Path,
  name: string,
  known: readonly string[],
): CheckFinding => ({
  code: `unknown-${what}`,
  at,
  message: text(`\`${name}\` ${NOT_THERE[what].fr}.`, `\`${name}\` ${NOT_THERE[what].en}.`),
  remedy: proposeName(name, known),
});
