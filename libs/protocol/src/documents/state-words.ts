import { STEP_STATES } from './step-states';
import { type FeelType, NON_ANSWERS, type Reference, text, type Text } from '@repere/feel';
import type { ProtocolDocument, SharedDocument } from './document';
import { nameInConditions, protocolNamed } from './protocol-name';

/** What a protocol's conditions may name. `document` is absent for the shared lists, which no protocol owns. */
export interface Nameable {
  readonly shared: SharedDocument;
  readonly documents: readonly ProtocolDocument[];
  readonly document?: ProtocolDocument;
}

/** A word of state with what it is about: its meaning by type. The engine adds how it is read. */
export interface StateWord {
  readonly word:
    | 'done'
    | 'approved'
    | 'in_effect'
    | 'state'
    | 'started'
    | 'ended'
    | 'run'
    | 'runs'
    | 'reached'
    | 'answer'
    | 'outcome'
    | 'steps';
  /** A step or `this`, a protocol or `this`, a moment, a fact; empty where the word stands alone. */
  readonly about: string;
  readonly type: FeelType;
  readonly reference?: Reference;
  readonly isMonotone?: boolean;
}

const BOOLEAN: FeelType = { kind: 'boolean' };
const STATE: FeelType = { kind: 'choice', values: STEP_STATES };
const ANSWER: FeelType = { kind: 'choice', values: ['given', ...NON_ANSWERS] };

/** Words of state that are asked about something, to propose one when it is misspelt. */
export const STATE_WORDS: readonly string[] = [
  'done',
  'approved',
  'in_effect',
  'started',
  'run',
  'ended',
  'state',
  'reached',
];

/**
 * The words of state there are, for the checker and the engine alike: what `word(about)` means, or a word that stands
 * alone. `undefined` if there is no such word; a text says what is wrong with what it is asked about.
 */
export function stateWord(
  word: string,
  [about]: readonly string[],
  known: Nameable,
): StateWord | Text | undefined {
  if (about === undefined) return wordAlone(word, known.document);
  switch (word) {
    case 'done':
    case 'approved':
    case 'in_effect':
    case 'state': {
      const isStep = about === 'this' || known.document?.steps.some(({ id }) => id === about);
      if (!isStep)
        return text(
          `${about} n’est pas une étape de ce protocole.`,
          `${about} is not a step of this protocol.`,
        );
      // An approval, once given, stands.
      return { word, about, type: word === 'state' ? STATE : BOOLEAN, isMonotone: word === 'approved' };
    }
    case 'started':
    case 'ended': {
      const protocol = about === 'this' ? about : protocolNamed(about);
      if (protocol !== 'this' && versionsOf(protocol, known).length === 0) {
        return text(`${about} n’est pas un protocole.`, `${about} is not a protocol.`);
      }
      return { word, about: protocol, type: BOOLEAN };
    }
    case 'run':
      return runOf(about, known);
    case 'reached':
      return Object.hasOwn(known.shared.moments, about)
        ? {
            word,
            about,
            type: BOOLEAN,
            reference: { name: `reached(${about})`, kind: 'moment' },
            isMonotone: true,
          }
        : text(`${about} n’est pas un moment de facts.yaml.`, `${about} is not a moment of facts.yaml.`);
    case 'answer':
      if (!Object.hasOwn({ ...known.shared.facts, ...known.document?.facts }, about)) {
        return text(`${about} n’est pas un fait.`, `${about} is not a fact.`);
      }
      return { word, about, type: ANSWER, reference: { name: about, kind: 'fact' }, isMonotone: false };
    default:
      return undefined;
  }
}

/** Every name that a condition of the protocol may use, to propose one when another is misspelt. */
export function nameable({ shared, documents, document }: Nameable): readonly string[] {
  return [
    ...Object.keys(document?.facts ?? {}),
    ...Object.keys(shared.facts),
    ...Object.keys(document?.derived ?? {}),
    ...Object.keys(document?.limits ?? {}),
    ...(document?.steps ?? []).map(({ id }) => id),
    ...Object.keys(shared.moments),
    ...documents.map(({ protocol }) => nameInConditions(protocol)),
    'outcome',
  ];
}

function wordAlone(word: string, document: ProtocolDocument | undefined): StateWord | undefined {
  if (!document) return undefined;
  if (word === 'outcome') {
    return { word, about: '', type: outcomesOf([document]), reference: { name: word, kind: 'outcome' } };
  }
  if (word !== 'steps') return undefined;
  const row = rowOfStep(document);
  return { word, about: '', type: { kind: 'list', row }, reference: { name: word, kind: 'state' } };
}

/** The run of a protocol that runs once; of one that runs many times the list of its runs, oldest first. */
function runOf(name: string, known: Nameable): StateWord | Text {
  const about = protocolNamed(name);
  const versions = versionsOf(about, known);
  if (versions.length === 0) return text(`${name} n’est pas un protocole.`, `${name} is not a protocol.`);
  const row = { outcome: outcomesOf(versions), ended: BOOLEAN };
  const reference: Reference = { name: `run(${name})`, kind: 'outcome' };
  return versions.some(({ runs }) => runs === 'many')
    ? { word: 'runs', about, type: { kind: 'list', row }, reference }
    : { word: 'run', about, type: { kind: 'row', row }, reference };
}

function versionsOf(protocol: string, { documents }: Nameable): readonly ProtocolDocument[] {
  return documents.filter((it) => it.protocol === protocol);
}

function outcomesOf(documents: readonly ProtocolDocument[]): FeelType {
  const ids = documents.flatMap(({ outcomes }) => outcomes.map(({ id }) => id));
  return { kind: 'choice', values: [...new Set(ids)] };
}

/** What `any(steps, …)` reads of each step; what a step does not have is "none". */
function rowOfStep({ steps }: ProtocolDocument): Readonly<Record<string, FeelType>> {
  const services = steps.flatMap(({ offers }) => offers ?? []);
  return {
    id: { kind: 'choice', values: steps.map(({ id }) => id) },
    state: STATE,
    protective: BOOLEAN,
    contacts: { kind: 'choice', values: ['none', 'family'] },
    offers: { kind: 'choice', values: ['none', ...new Set(services)] },
  };
}
