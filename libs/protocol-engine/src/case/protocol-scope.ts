import type { FeelType, Resolved, Scope } from '../feel/contract';
import type { ProtocolDocument, SharedDocument } from '../language/document';
import { STEP_STATES } from './contract';
import { nameInConditions, protocolNamed } from '../language/protocol-name';
import { NON_ANSWERS } from '../value';
import { answerReader, factReader, readOfRow } from './read-facts';
import { readDerived, readOutcome } from './read-outcome';
import { readStateWord } from './read-state';
import type { CompiledFact, CompiledList, Env, StateExpression } from './protocol-set';

/** What compiling a protocol's expressions needs to know. Derived values are compiled when first asked for. */
export interface ScopeSource {
  readonly shared: SharedDocument;
  readonly documents: readonly ProtocolDocument[];
  /** Absent for the shared lists, which no protocol owns. */
  readonly document?: ProtocolDocument;
  findFact(id: string): CompiledFact | undefined;
  typeOf(fact: CompiledFact): FeelType;
  findDerived(id: string): { readonly index: number; readonly expression: StateExpression } | undefined;
}

const BOOLEAN: FeelType = { kind: 'boolean' };
const ANSWERS: FeelType = { kind: 'choice', values: ['given', ...NON_ANSWERS] };
const STATES: FeelType = { kind: 'choice', values: STEP_STATES };

/** What names and words of state mean in a protocol's conditions. */
export function protocolScope(source: ScopeSource): Scope<Env> {
  const { document } = source;
  const stepIndex = new Map(document?.steps.map((step, index) => [step.id, index]));
  return {
    name: (name) => resolveName(source, name),
    call(word, args) {
      const [first] = args;
      if (first === undefined) return undefined;
      switch (word) {
        case 'done':
        case 'approved':
        case 'in_effect':
        case 'state': {
          const step = first === 'this' ? -1 : stepIndex.get(first);
          if (step === undefined) return `${first} is not a step of this protocol.`;
          return { type: word === 'state' ? STATES : BOOLEAN, read: readStateWord(word, step) };
        }
        case 'started':
        case 'ended':
          if (first !== 'this' && !isProtocol(source, protocolNamed(first)))
            return `${first} is not a protocol.`;
          return {
            type: BOOLEAN,
            read: readStateWord(word, first === 'this' ? first : protocolNamed(first)),
          };
        case 'run':
          return resolveRun(source, protocolNamed(first));
        case 'reached':
          if (!Object.hasOwn(source.shared.moments, first)) return `${first} is not a moment of facts.yaml.`;
          return { type: BOOLEAN, read: readStateWord('reached', first) };
        case 'answer': {
          const fact = source.findFact(first);
          return fact && { type: ANSWERS, read: answerReader(fact) };
        }
        default:
          return undefined;
      }
    },
    names: () => [
      ...Object.keys(document?.facts ?? {}),
      ...Object.keys(source.shared.facts),
      ...Object.keys(document?.derived ?? {}),
      ...Object.keys(document?.limits ?? {}),
      ...stepIndex.keys(),
      ...Object.keys(source.shared.moments),
      ...source.documents.map((it) => nameInConditions(it.protocol)),
      'outcome',
    ],
  };
}

/** The same, where a row is looked at: its fields and derived values by their bare names first. */
export function rowScope(
  base: Scope<Env>,
  list: CompiledList,
  listId: string,
  typeOfField: (name: string) => FeelType | undefined,
): Scope<Env> {
  return {
    name(name) {
      const type = typeOfField(name);
      if (!type) return base.name(name);
      const kind = list.derived.has(name) ? 'derived' : 'fact';
      return {
        type,
        read: (env) => readOfRow(env, name, list),
        reference: { name: `${listId}.${name}`, kind },
      };
    },
    call: (word, args) => base.call(word, args),
    names: () => [...list.fieldOf.keys(), ...list.derived.keys(), ...base.names()],
  };
}

function resolveName(source: ScopeSource, name: string): Resolved<Env> | undefined {
  const { document } = source;
  const fact = source.findFact(name);
  if (fact) return { type: source.typeOf(fact), read: factReader(fact), reference: { name, kind: 'fact' } };
  const derived = source.findDerived(name);
  if (derived) {
    const { type, isMonotone } = derived.expression;
    return {
      type,
      isMonotone,
      read: readDerived(derived.index, derived.expression),
      reference: { name, kind: 'derived' },
    };
  }
  if (!document) return undefined;
  const limit = Object.hasOwn(document.limits, name) ? document.limits[name] : undefined;
  if (limit) {
    const type: FeelType = limit.unit === 'months' ? { kind: 'number', unit: 'months' } : { kind: 'number' };
    const { value } = limit;
    return { type, read: () => value, reference: { name, kind: 'limit' } };
  }
  if (name === 'outcome') {
    return {
      type: outcomeType([document]),
      read: (env) => (env.run ? readOutcome(env, env.run) : null),
      reference: { name, kind: 'outcome' },
    };
  }
  if (name === 'steps') {
    const row: Readonly<Record<string, FeelType>> = {
      id: { kind: 'text' },
      state: STATES,
      protective: BOOLEAN,
      contacts: { kind: 'text' },
      offers: { kind: 'text' },
    };
    return {
      type: { kind: 'list', row },
      read: readStateWord('steps', -1),
      reference: { name, kind: 'state' },
    };
  }
  return undefined;
}

/** `run(p).outcome`: of the latest run of that protocol in the case, unknown while there is none. */
function resolveRun(source: ScopeSource, protocol: string): Resolved<Env> | string {
  const documents = source.documents.filter((it) => it.protocol === protocol);
  if (documents.length === 0) return `${protocol} is not a protocol.`;
  return {
    type: { kind: 'row', row: { outcome: outcomeType(documents) } },
    read: (env) => {
      const run = env.runs.findLast((it) => it.protocol.id === protocol);
      return run ? { id: run.runId, fields: { outcome: readOutcome(env, run) } } : null;
    },
    reference: { name: `run(${nameInConditions(protocol)}).outcome`, kind: 'outcome' },
  };
}

function outcomeType(documents: readonly ProtocolDocument[]): FeelType {
  return {
    kind: 'choice',
    values: [...new Set(documents.flatMap((it) => it.outcomes.map((outcome) => outcome.id)))],
  };
}

function isProtocol(source: ScopeSource, id: string): boolean {
  return source.documents.some((it) => it.protocol === id);
}
