import type { ProtocolDocument, SharedDocument, StepDefinition } from '../documents/document';
import { fact, step, words } from './documents';
import { LOST_KEY, SHARED } from './lost-key';

/** The same service later: what `trained` means is shared by then. */
export const SHARED_LATER: SharedDocument = {
  ...SHARED,
  facts: { ...SHARED.facts, trained: fact('trained', 'yes-no') },
};

const changed = (id: string, more: Partial<StepDefinition>): ProtocolDocument['steps'] =>
  LOST_KEY.steps.map((it) => (it.id === id ? { ...it, ...more } : it));

/** Only words differ. */
export const REWORDED: ProtocolDocument = {
  ...LOST_KEY,
  version: '1.0.1',
  title: words('keys that were lost'),
  steps: LOST_KEY.steps.map((it) => ({ ...it, title: words(`${it.id}, in other words`) })),
};

/** One step and one safeguard more. */
export const GROWN: ProtocolDocument = {
  ...LOST_KEY,
  version: '1.1.0',
  steps: [
    ...LOST_KEY.steps,
    step('seal', {
      protective: true,
      when: 'found = "no"',
      due: { within: '24 hours', from: 'report', origin: 'TOOL', owner: 'ours', basis: [], late: [] },
    }),
  ],
  safeguards: [{ id: 'told', always: 'found != "yes" or done(report)', basis: [] }],
};

const { trained: _trained, meets_on: _meetsOn, spares, ...KEPT } = LOST_KEY.facts;
const { price: _price, ...ROW } = spares?.row ?? {};
const LATER: Readonly<Record<string, Partial<StepDefinition>>> = {
  report: { fields: ['found', 'floor', 'visitor', 'words_said', 'birth', 'seen_on'] },
  look: {
    due: { within: '2 hours', from: 'run', origin: 'TOOL', owner: 'ours', basis: [], late: [] },
  },
  call_guard: { when: 'door = "open"' },
  lend: { approvedBy: { role: 'SUP', effect: 'before' } },
  rent: { approvedBy: undefined },
  spare: { fields: ['spares.kind', 'spares.made_on'], approvedBy: undefined },
  ruling: { flags: [] },
};

/** Much differs: steps and facts gone, conditions, deadlines, approvals and openings changed, `trained` shared. */
export const CHANGED: ProtocolDocument = {
  ...LOST_KEY,
  version: '2.0.0',
  facts: { ...KEPT, ...(spares && { spares: { ...spares, row: ROW, derived: { good: 'fits = "yes"' } } }) },
  steps: [
    ...LOST_KEY.steps
      .filter(({ id }) => id !== 'survey' && id !== 'verdict' && id !== 'letters')
      .map((it) => ({ ...it, ...LATER[it.id] })),
    step('seal', { protective: true, when: 'trained = "no"' }),
  ],
  opens: LOST_KEY.opens.filter(({ id }) => id !== 'recheck'),
  outcomes: LOST_KEY.outcomes.map((it) => (it.id === 'GUARDED' ? { ...it, id: 'WATCHED' } : it)),
};

/** As 1.0.0, but that one step asks for a second person first. */
export const STRICTER: ProtocolDocument = {
  ...LOST_KEY,
  version: '1.2.0',
  steps: changed('tell_owner', { approvedBy: { role: 'SUP', effect: 'before' } }),
};

/** Every version of the service's protocol. */
export const KEY_VERSIONS: readonly string[] = ['1.0.0', '1.0.1', '1.1.0', '1.2.0', '2.0.0'];
