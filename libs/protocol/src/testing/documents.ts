import type {
  FactDefinition,
  OutcomeDefinition,
  ProtocolDocument,
  StepDefinition,
} from '../documents/document';
import type { Text } from '@repere/feel';

/** The same words in both languages: fixtures are read by tests only. */
export function words(it: string): Text {
  return { fr: it, en: it };
}

/** A fact with what the loader would fill in. */
export function fact(
  id: string,
  type: FactDefinition['type'],
  more: Partial<FactDefinition> & { readonly codes?: readonly string[] } = {},
): FactDefinition {
  const { codes, ...rest } = more;
  const values = (codes ?? (type === 'choice' ? more.ranked : undefined))?.map((code) => ({
    code,
    label: words(code),
  }));
  return {
    id,
    type,
    class: 'situation',
    title: words(id.replaceAll('_', ' ')),
    changes: 'over-time',
    basis: [],
    ...(values && { values }),
    ...rest,
  };
}

/** A step with what the loader would fill in. */
export function step(id: string, more: Partial<StepDefinition> = {}): StepDefinition {
  return {
    id,
    code: `K.${id}`,
    kind: 'form',
    title: words(id.replaceAll('_', ' ')),
    by: ['TS'],
    after: [],
    fields: [],
    required: [],
    reasons: {},
    evidence: [],
    repeatable: false,
    waivable: 'never',
    requires: [],
    flags: [],
    protective: false,
    basis: [],
    ...more,
  };
}

export function otherwise(id: string): OutcomeDefinition {
  return { id, title: words(id), protects: 'full', otherwise: true };
}

export function outcome(id: string, protects: 'full' | 'less', when: string): OutcomeDefinition {
  return { id, title: words(id), protects, when, otherwise: false };
}

/** A protocol with what the loader would fill in. */
export function protocol(
  id: string,
  more: Partial<Omit<ProtocolDocument, 'facts'>> & { readonly facts?: readonly FactDefinition[] },
): ProtocolDocument {
  const { facts, ...rest } = more;
  return {
    protocol: id,
    version: '1.0.0',
    code: id.toUpperCase(),
    title: words(id.replaceAll('_', ' ')),
    purpose: words('fixture'),
    runs: 'one',
    basis: [],
    limits: {},
    derived: {},
    steps: [],
    opens: [],
    outcomes: [otherwise('OPEN')],
    safeguards: [],
    facts: byId(facts ?? []),
    ...rest,
  };
}

export function byId(facts: readonly FactDefinition[]): Readonly<Record<string, FactDefinition>> {
  return Object.fromEntries(facts.map((it) => [it.id, it]));
}
