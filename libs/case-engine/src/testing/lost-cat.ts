import { compileProtocols } from '../compile/compile-protocols';
import { byId, fact, otherwise, outcome, protocol, SHARED, step } from '@repere/protocol/testing';
import { KeyCase } from './key-case';

const due = { from: 'run', origin: 'TOOL', owner: 'ours', basis: [], late: [] } as const;
const needs = 'child present' as const;
const again = { repeatable: { newFacts: false } } as const;

/** A cat that is looked after, and a search while it is away: what recurs, and what waits for it. */
const CARE = protocol('lost-key', {
  steps: [
    step('drops', {
      needs,
      protective: true,
      ...again,
      due: { ...due, within: 'at once', origin: 'MEDICAL' },
    }),
    step('brush', { needs, due: { ...due, within: '8 days' } }),
    step('vaccine', { needs, due: { ...due, within: '1 month', origin: 'LEGAL' } }),
    step('antidote', { needs, due: { ...due, within: '48 hours', origin: 'MEDICAL' } }),
    step('papers', { due: { ...due, within: '8 days' } }),
    step('after_brush', { after: ['brush'] }),
  ],
});

const SEARCH = protocol('search', {
  runs: 'many',
  absence: { over: 'seen = "yes"', at: 'home' },
  facts: [fact('seen', 'yes-no'), fact('rhythm', 'choice', { codes: ['week', 'day'] })],
  steps: [
    step('call', {
      ...again,
      unless: 'seen = "yes"',
      fields: ['rhythm'],
      due: {
        ...due,
        within: 'end of day',
        every: [{ when: 'rhythm = "week"', is: '7 days' }, { is: '1 day' }],
      },
    }),
    step('poster', {
      ...again,
      unless: 'seen = "yes"',
      due: { ...due, within: '1 month', every: [{ is: '1 month' }] },
    }),
    step('home', { ...again, fields: ['seen'] }),
  ],
  outcomes: [outcome('HOME', 'full', 'seen = "yes"'), otherwise('AWAY')],
});

export const LOST_CAT = compileProtocols({ ...SHARED, facts: byId([]), moments: {} }, [CARE, SEARCH]);

/** A case of it, from Monday 3 March 2025, 09:00 in Paris. */
export class CatCase extends KeyCase {
  private search = '';

  constructor() {
    super(LOST_CAT);
  }

  goesAway(): void {
    this.takeCommand({ kind: 'open-run', protocol: 'search', version: '1.0.0' });
    this.search = this.view.runs.at(-1)?.runId ?? '';
  }

  inSearch(step: string, more: Parameters<KeyCase['do']>[1] = {}): string {
    return this.do(step, { runId: this.search, ...more });
  }

  comesHome(): void {
    this.inSearch('home', { values: { seen: 'yes' } });
  }

  ofSearch(step: string) {
    const found = this.view.runs
      .find(({ runId }) => runId === this.search)
      ?.steps.find(({ id }) => id === step);
    if (!found) throw new Error(`no step ${step}`);
    return found;
  }
}
