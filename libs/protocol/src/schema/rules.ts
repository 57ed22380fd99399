import { type JsonSchema, listOf, oneOf, exactObject, ref } from './json-schema';

const among = oneOf('Which steps are compared; default: all.', ['protective', 'offers']);

/** Limits, openings, outcomes and safeguards of a protocol. */
export const RULES = {
  limit: exactObject(
    'A number that conditions read by its name.',
    {
      value: { type: 'number' },
      margin: oneOf('The margin of a medical age: never under 18 months.', ['age']),
      unit: { type: 'string' },
      overlay: oneOf('Which way a territory may move it; default never.', ['never', 'higher', 'lower']),
      origin: ref('origin'),
      basis: ref('basis'),
    },
    ['value'],
  ),
  opening: exactObject(
    'Another protocol that starts on a condition.',
    {
      id: ref('loose'),
      protocol: ref('protocol'),
      when: ref('expression'),
      unless: ref('expression'),
      again: { description: 'A new run each time. Default false.', type: 'boolean' },
      delay: exactObject(
        'Wait before it starts.',
        { after: ref('period'), from: ref('name'), origin: ref('origin') },
        ['after', 'from', 'origin'],
      ),
      basis: ref('basis'),
    },
    ['id', 'protocol'],
  ),
  outcome: exactObject(
    'A result; the first that holds.',
    {
      id: ref('capitals'),
      title: ref('text'),
      protects: oneOf('full, or less: then exactly true, and every line above exactly false.', [
        'full',
        'less',
      ]),
      when: ref('expression'),
      otherwise: { type: 'boolean', const: true, description: 'The last line: when no other holds.' },
      note: ref('text'),
      rests: exactObject(
        "After it the case is nobody's work until something new is told.",
        {
          decidedBy: { ...ref('step'), description: 'The step that decides it, agreed by two.' },
          keeps: oneOf('Steps elsewhere that stay work. Default nothing.', ['nothing', 'protective']),
        },
        ['decidedBy'],
      ),
      age: oneOf('A court has said so for good.', ['adult']),
    },
    ['id', 'protects'],
  ),
  safeguard: exactObject(
    'What must hold in every reachable state.',
    {
      id: ref('loose'),
      title: ref('text'),
      always: ref('expression'),
      never: ref('expression'),
      sameSteps: exactObject(
        'The same steps whatever these facts say.',
        { whatever: { ...listOf('Facts.', ref('reading')), minItems: 1 }, among },
        ['whatever'],
      ),
      sameOutcome: exactObject(
        'The same outcome whatever these facts say.',
        { whatever: { ...listOf('Facts.', ref('reading')), minItems: 1 }, when: ref('expression') },
        ['whatever'],
      ),
      onlyAdds: exactObject(
        'Growing older only adds.',
        { as: oneOf('What grows.', ['age']), below: ref('age'), among },
        ['as', 'below', 'among'],
      ),
      forgetting: oneOf('Forgetting an answer never makes this less protective.', ['outcome']),
      basis: ref('basis'),
    },
    ['id', 'basis'],
  ),
} satisfies Readonly<Record<string, JsonSchema>>;
