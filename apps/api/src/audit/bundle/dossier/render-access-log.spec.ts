import type { FieldClass } from '@repere/protocol';
import { DisclosureScope } from '../gathering/disclosure-scope';
import type { AccessLogLine, ErasedCase } from './dossier-case';
import { renderCase } from './render-case';

const AT = '2025-03-01T13:40:00.000Z';
const line = (name: string, of: Pick<AccessLogLine, 'isSystem' | 'isOfService'>): AccessLogLine => ({
  ...{ name, alias: name.toLowerCase(), ...of, first: AT, last: AT },
  ...{ acts: 0, seen: 1, listed: 0, refused: 0 },
});
const LOG = [
  line('Ours', { isSystem: false, isOfService: false }),
  line('Service', { isSystem: false, isOfService: true }),
  line('system:clock', { isSystem: true, isOfService: false }),
];

/** Of an erased case there is no more on paper than this log. */
const whoIn = (scope: DisclosureScope): readonly string[] => {
  const erased: ErasedCase = {
    ...{ kind: 'erased', reference: 'R', alias: 'a', zone: 'Europe/Paris', scope, entries: 1 },
    accessEvents: LOG,
  };
  return renderCase(erased, 'en', false).flatMap(({ blocks }) =>
    blocks.flatMap((it) => (it.kind === 'table' ? it.rows.map(([who = '']) => who) : [])),
  );
};
const without = (classes: readonly FieldClass[], ...facts: string[]) =>
  new DisclosureScope(new Set(classes), new Set(facts));

describe('the access log on paper', () => {
  it.each([
    ['of nothing left out names all', without([]), ['Ours', 'Service', 'Repère (by itself)']],
    ['without health names all', without(['health']), ['Ours', 'Service', 'Repère (by itself)']],
    [
      'without places names no account of a service',
      without(['places']),
      ['Ours', 'not disclosed', 'Repère (by itself)'],
    ],
    ['without one fact neither', without([], 'birth'), ['Ours', 'not disclosed', 'Repère (by itself)']],
    [
      'without staff names nobody',
      without(['staff']),
      ['not disclosed', 'not disclosed', 'Repère (by itself)'],
    ],
  ] as const)('%s', (_what, scope, who) => expect(whoIn(scope)).toEqual(who));
});
