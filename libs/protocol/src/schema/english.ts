import { type JsonSchema, named, exactObject, ref } from './json-schema';

const words: JsonSchema = { description: 'English words.', type: 'string', minLength: 1 };
const anyName: JsonSchema = { type: 'string' };
const codes = named('Code → words.', anyName, words);

/** Words, or an object of words; the bare words are its title (of an item: its label). */
function titled(description: string, properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { ...exactObject(description, properties), type: ['string', 'object'], minLength: 1 };
}

const fact = {
  title: words,
  hint: words,
  values: codes,
  items: named('Item → words, or {label, hint}.', anyName, titled('An item.', { label: words, hint: words })),
};
const inOrder: JsonSchema = { description: 'In the order of the protocol.', type: 'array', items: words };

/** The same tree as the French file, its words only. */
export const ENGLISH: { readonly body: JsonSchema; readonly defs: JsonSchema } = {
  defs: {
    fact: titled('English of a fact.', {
      ...fact,
      row: named('Field → words.', anyName, titled('A field.', fact)),
    }),
    step: titled('A step.', {
      title: words,
      guidance: words,
      tooLate: words,
      requires: inOrder,
      flags: inOrder,
    }),
  },
  body: exactObject(
    'English words.',
    {
      of: {
        description: 'What it translates: protection@1.0.0, facts@1.',
        type: 'string',
        pattern: '^[a-z][a-z0-9-]*@[0-9.]+$',
      },
      title: words,
      purpose: words,
      facts: named('Fact → words.', anyName, ref('fact')),
      steps: named('Step → words.', anyName, ref('step')),
      parts: named('Part → words.', anyName, ref('step')),
      outcomes: named('Outcome → words.', anyName, titled('An outcome.', { title: words, note: words })),
      safeguards: named('Safeguard → words.', anyName, titled('A safeguard.', { title: words })),
      moments: named('Moment → words.', anyName, titled('A moment.', { title: words })),
      reasons: named('List → code → words.', anyName, codes),
      evidence: codes,
      stamps: { description: 'Written by `repere protocol stamp`.', type: 'object' },
    },
    ['of'],
  ),
};
