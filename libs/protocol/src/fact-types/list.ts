import { text } from '@repere/feel';
import { named, ref } from '../schema/json-schema';
import type { FactType } from './fact-type';
import { invalid } from './free-words';
import { same } from './no-value';

/** Rows, each with fields that have kinds of their own; open until somebody says that there is no other. */
export const LIST = {
  words: text('une liste', 'a list'),
  schema: {
    row: named('Fields of each row of a list.', ref('name'), ref('rowField')),
    derived: named('Values computed in each row.', ref('name'), ref('derived')),
    says: {
      description: 'What a row says with its own figures: every part whose `when` is exactly true, in order.',
      type: 'array',
      minItems: 1,
      items: {
        description: 'A part of the sentence. {name} stands for a number of the row.',
        type: 'object',
        additionalProperties: false,
        required: ['when', 'text'],
        properties: { when: ref('expression'), text: ref('pair') },
      },
    },
    orderedBy: ref('name'),
  },
  needs: { key: 'row', example: 'row: {day: {type: date, title: Vu le}}' },
  feelType: ({ orderedBy }, row) => ({ kind: 'list', row, orderedBy }),
  codes: () => [],
  check: () => invalid('Une liste se remplit ligne par ligne.', 'A list is filled row by row.'),
  // Kept by row, and read so.
  convert: () => null,
  formatValue: (_, raw) => same(String(raw)),
  classes: { by: 'rows' },
  askedAs: [],
  writtenAs: 'words',
  widget: 'rows',
  isCoded: false,
  isMoment: false,
  isOwnWords: false,
  noValue: 'beside',
} as const satisfies FactType;
