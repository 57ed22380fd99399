import type { AccessLine } from '@repere/contract';
import { givenVerdicts, proposedVerdicts } from './proposed-verdicts';

const words = { fr: 'x', en: 'x' };
const line = (id: number, change: Partial<AccessLine>): AccessLine => ({
  id,
  section: words,
  label: words,
  text: words,
  fieldClass: 'identity',
  kind: 'own',
  fileId: null,
  verdict: null,
  ...change,
});

describe('verdicts that were given', () => {
  it('are those alone: nobody but who reviews is shown what a machine would propose', () => {
    const given = { keep: false, reason: 'others' } as const;
    expect([...givenVerdicts([line(1, {}), line(2, { verdict: given })]).values()]).toEqual([
      { id: 2, ...given },
    ]);
  });
});

describe('verdicts that are proposed', () => {
  it('let own data leave, and others’ stay', () => {
    expect([...proposedVerdicts([line(1, {}), line(2, { kind: 'others' })]).values()]).toEqual([
      { id: 1, keep: true },
      { id: 2, keep: false, reason: 'others' },
    ]);
  });

  it('are none where a text may name others, or something leads to where somebody is', () => {
    const open = [
      line(1, { kind: 'free-text' }),
      line(2, { fieldClass: 'contact' }),
      line(3, { fieldClass: 'contact', kind: 'free-text' }),
      line(4, { fieldClass: 'contact', kind: 'others' }),
    ];
    expect(proposedVerdicts(open).size).toBe(0);
  });

  it('give way to one that was given', () => {
    const given = { keep: false, reason: 'others' } as const;
    const known = proposedVerdicts([
      line(1, { verdict: given }),
      line(2, { fieldClass: 'contact', verdict: given }),
    ]);
    expect([...known.values()]).toEqual([
      { id: 1, ...given },
      { id: 2, ...given },
    ]);
  });
});
