import type { DeadlineDefinition, StepDefinition } from '@repere/protocol';
import { compileProtocols } from '../compile/compile-protocols';
import { fact, protocol, SHARED, step, words } from '@repere/protocol/testing';
import { KeyCase } from './key-case';

const due = (
  within: string,
  from: string,
  more: Partial<DeadlineDefinition> = {},
): Partial<StepDefinition> => ({
  due: { within, from, origin: 'LEGAL', owner: 'ours', basis: [], late: [], ...more },
});

/** A house whose dates may lie before it: a birthday, what a judge decided, a smell of gas. */
const HOUSE = protocol('lost-key', {
  facts: [
    fact('moved_in', 'date'),
    fact('smell_since', 'date'),
    fact('gas', 'yes-no'),
    fact('tenant', 'yes-no'),
  ],
  steps: [
    step('visit', {
      fields: ['birth', 'moved_in', 'smell_since', 'gas', 'tenant'],
      repeatable: { newFacts: false },
    }),
    step('first_look', due('end of day', 'run', { origin: 'TOOL' })),
    step('grown', due('17 years', 'birth')),
    step('alarm', { when: 'gas = "yes"', protective: true, ...due('at once', 'visit') }),
    step('assess', {
      kind: 'decision',
      fields: ['door'],
      decides: 'door',
      reasons: { shut: 'quiet' },
      approvedBy: { role: 'SUP' },
      repeatable: { newFacts: false },
    }),
    step('guard', { when: 'door in ("open", "ajar")', protective: true, ...due('at once', 'run') }),
    step('latch', { when: 'door = "ajar"', protective: true, ...due('at once', 'assess') }),
    step('mask', {
      tooLate: words('see a doctor'),
      ...due('48 hours', 'smell_since', { origin: 'MEDICAL' }),
    }),
    step('contract', { when: 'tenant = "yes"', ...due('3 days', 'run') }),
    step('ruling', { kind: 'recorded-act', by: ['JE'] }),
    step('appeal', { after: ['ruling'], ...due('end of day', 'ruling', { origin: 'TOOL' }) }),
    step('keys', { repeatable: { newFacts: false } }),
    step('copy_keys', { after: ['keys'], ...due('24 hours', 'keys', { origin: 'TOOL' }) }),
    step('answer', {
      kind: 'recorded-act',
      by: ['JE'],
      ...due('3 months', 'moved_in', { owner: 'outside' }),
    }),
  ],
});
const OTHERS = ['locksmith', 'night-watch', 'second-look'].map((id) =>
  protocol(id, { steps: [step('rest')] }),
);
export const SET = compileProtocols(SHARED, [HOUSE, ...OTHERS]);

/** A case of that house. */
export const house = (): KeyCase => new KeyCase(SET);
