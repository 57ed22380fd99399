import { text } from '@repere/feel';
import { type CheckFinding, toProblem } from '../check/checking';
import { proposeName } from '../check/propose-name';
import type { Problem, ProtocolDocument, StepDefinition } from '../documents/document';
import { checkStructure } from '../yaml/check-structure';
import { readYaml } from '../yaml/yaml-source';
import type { OnCallKind } from './on-call-kinds';

type Kinds = readonly OnCallKind[];

/**
 * Whom each step says to call: of a step by `protocol.step`, of a part by its name. It stands beside the versions and not in them,
 * since who is on call is no rule: a run pinned to an old version shows whom to call as well.
 */
export interface StepCalls {
  readonly steps: Readonly<Record<string, Kinds>>;
  readonly parts: Readonly<Record<string, Kinds>>;
}

export const NO_CALLS: StepCalls = { steps: {}, parts: {} };

/** What `calls.yaml` may name. */
interface Known {
  readonly documents: readonly Pick<ProtocolDocument, 'protocol' | 'steps'>[];
  readonly parts: Readonly<Record<string, unknown>>;
}

/** Turns `calls.yaml` into whom each step says to call; a name that no version has is an error. Never throws. */
export function loadCalls(
  content: string,
  file: string,
  known: Known,
): { readonly calls?: StepCalls; readonly problems: readonly Problem[] } {
  const source = readYaml(content, file);
  const faults = checkStructure(source, 'calls');
  if (faults.length > 0) return { problems: faults };
  const { steps = {}, parts = {} } = source.value as Partial<StepCalls>;
  const ids = known.documents.flatMap((it) => it.steps.map(({ id }) => `${it.protocol}.${id}`));
  const findings = [
    ...unknownIn('steps', Object.keys(steps), ids),
    ...unknownIn('parts', Object.keys(parts), Object.keys(known.parts)),
  ];
  return findings.length > 0
    ? { problems: findings.map((finding) => toProblem(source, finding)) }
    : { calls: { steps, parts }, problems: [] };
}

/** Whom this step of this protocol says to call; nobody when neither it nor its part is named. */
export const calledIn = (
  calls: StepCalls,
  protocol: string,
  { id, part }: Pick<StepDefinition, 'id' | 'part'>,
): Kinds => calls.steps[`${protocol}.${id}`] ?? (part === undefined ? undefined : calls.parts[part]) ?? [];

const unknownIn = (
  of: 'steps' | 'parts',
  names: readonly string[],
  known: readonly string[],
): CheckFinding[] =>
  names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      code: 'unknown-step',
      at: [of, name],
      message: text(
        `\`${name}\` n’est ${of === 'steps' ? 'l’étape d’aucun protocole' : 'aucune partie'}.`,
        `\`${name}\` is ${of === 'steps' ? 'a step of no protocol' : 'no part'}.`,
      ),
      remedy: proposeName(name, [...new Set(known)]),
    }));
