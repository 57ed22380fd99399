import type { ProtocolDocument, SharedDocument } from '../documents/document';
import { byId, fact, otherwise, outcome, protocol, step, words } from './documents';

/**
 * A made-up service that looks after lost keys, so that no real form breaks the engine's tests. `door` is ranked: an open
 * door is the graver state, and `open` the value that protects most.
 */
export const SHARED: SharedDocument = {
  language: 1,
  facts: byId([
    fact('door', 'choice', { ranked: ['open', 'ajar', 'shut'], writtenBy: 'lost-key.assess' }),
    fact('found', 'yes-no'),
    fact('visitor', 'yes-no', { changes: 'over-time' }),
    fact('birth', 'date', { changes: 'never', class: 'identity' }),
    fact('floor', 'number', { changes: 'never', min: 0, max: 60 }),
    fact('lodging', 'choice', { codes: ['room', 'attic', 'cellar'] }),
    fact('signs', 'checklist', {
      items: [
        { id: 'scratches', label: words('scratches') },
        { id: 'noise', label: words('noise') },
        { id: 'dog', label: words('dog') },
      ],
    }),
  ]),
  moments: {
    majority: { from: 'birth', after: '18 years', at: 'latest', title: words('18th birthday') },
  },
  reasons: {
    quiet: { checked_twice: words('checked twice'), owner_says_so: words('the owner says so') },
    dispensed: { already_known: words('already known') },
  },
  evidence: { photo: words('photo'), letter: words('letter') },
  refusedWords: { fr: {}, en: {} },
};

export const LOST_KEY: ProtocolDocument = protocol('lost-key', {
  facts: [
    fact('trained', 'yes-no'),
    fact('seen_on', 'date', { changes: 'never' }),
    fact('decided_on', 'date'),
    fact('meets_on', 'date', { future: true }),
    fact('words_said', 'text', { maxLength: 40 }),
    fact('why_attic', 'text', { relevant: 'lodging = "attic"' }),
    fact('spares', 'list', {
      row: byId([
        fact('kind', 'choice', { codes: ['copy', 'original'] }),
        fact('made_on', 'date'),
        fact('price', 'number', { relevant: 'kind = "copy"' }),
        fact('fits', 'yes-no'),
      ]),
      derived: { good: 'fits = "yes" and (kind = "original" or price <= LIMIT)' },
      orderedBy: 'made_on',
    }),
    fact('received', 'list', { row: byId([fact('from_whom', 'text')]) }),
  ],
  limits: { LIMIT: { value: 20, overlay: 'lower', basis: [] } },
  derived: {
    quiet: 'door = "shut" and all(signs, "no")',
    some_good: 'some s in spares satisfies s.good',
    none_good: 'every s in spares satisfies not(s.good)',
    kinds: [
      { when: 'found = "yes"', is: '"kept"' },
      { when: 'found = "no"', is: '"gone"' },
    ],
  },
  steps: [
    step('report', {
      fields: ['found', 'floor', 'visitor', 'words_said', 'birth', 'seen_on', 'meets_on'],
      required: ['found'],
      protective: true,
      enteredBy: ['TS', 'CRIP'],
      by: ['TS', 'CRIP', 'INT'],
      due: due('end of day', 'run'),
    }),
    step('look', {
      kind: 'checklist',
      fields: ['signs', 'trained'],
      repeatable: { newFacts: false },
      approvedBy: { role: 'SUP', when: 'not(trained = "yes")', effect: 'at-once' },
      due: due('24 hours', 'report'),
    }),
    step('assess', {
      kind: 'decision',
      after: ['look'],
      fields: ['door'],
      decides: 'door',
      reasons: { shut: 'quiet' },
      approvedBy: { role: 'SUP' },
      repeatable: { newFacts: true },
      due: due('48 hours', 'report'),
    }),
    step('call_guard', {
      kind: 'referral',
      when: 'door in ("open", "ajar")',
      protective: true,
      evidence: ['letter'],
      due: { ...due('at once', 'assess'), origin: 'LEGAL' },
    }),
    step('tell_owner', { kind: 'referral', ready: 'visitor = "no"', contacts: 'family' }),
    step('owner_not_told', {
      kind: 'document',
      after: ['call_guard'],
      unless: 'visitor = "no"',
      protective: true,
    }),
    step('spare', {
      adds: 'spares',
      closes: 'spares',
      fields: ['spares.kind', 'spares.price', 'spares.made_on'],
      required: ['spares.kind'],
      repeatable: { newFacts: false },
      approvedBy: { role: 'SUP', effect: 'before' },
    }),
    step('trial', {
      about: 'spares',
      fields: ['spares.fits'],
      repeatable: { newFacts: false },
    }),
    step('ruling', {
      kind: 'recorded-act',
      by: ['JE'],
      after: ['call_guard'],
      fields: ['decided_on', 'lodging'],
      repeatable: { newFacts: false },
      flags: [
        { when: 'lodging = "attic"', tell: 'SUP', incident: true, because: words('attic'), basis: ['G06'] },
      ],
      requires: [
        {
          when: 'lodging = "cellar"',
          that: 'reached(majority)',
          because: words('no cellar'),
          basis: ['G06'],
        },
      ],
    }),
    step('answer', {
      kind: 'recorded-act',
      by: ['JE'],
      after: ['ruling'],
      due: {
        ...due('8 days', 'decided_on'),
        origin: 'LEGAL',
        owner: 'outside',
        late: [
          { after: '0 days', do: 'remind' },
          { after: '1 day', tell: 'SUP' },
        ],
      },
    }),
    step('lend', {
      fields: ['lodging', 'why_attic', 'visitor'],
      required: ['lodging', 'why_attic'],
      repeatable: { newFacts: false },
      requires: [
        {
          when: 'lodging = "cellar"',
          that: 'reached(majority)',
          because: words('no cellar'),
          basis: ['G06'],
        },
        {
          when: 'lodging = "room" and visitor = "yes"',
          that: 'found = "yes"',
          because: words('no room for two'),
          basis: ['G06'],
        },
      ],
    }),
    step('rent', {
      fields: ['lodging'],
      approvedBy: { role: 'SUP', effect: 'before' },
      evidence: ['photo'],
    }),
    step('verdict', {
      kind: 'recorded-act',
      by: ['JE'],
      fields: ['lodging'],
      approvedBy: { role: 'SUP', effect: 'before' },
      evidence: ['photo'],
    }),
    step('letters', {
      adds: 'received',
      closes: 'received',
      fields: ['received.from_whom'],
      evidence: ['letter'],
      repeatable: { newFacts: false },
    }),
    step('close', {
      kind: 'decision',
      when: 'outcome = "QUIET"',
      approvedBy: { role: 'SUP', effect: 'before' },
    }),
    step('rest', {
      opensAt: { after: '3 days', from: 'report' },
      waivable: 'with-reason',
      waiverReasons: 'dispensed',
    }),
    step('survey', { waivable: 'with-approval', waiverReasons: 'dispensed' }),
  ],
  opens: [
    { id: 'smith', protocol: 'locksmith', when: 'door = "open"', again: false, basis: [] },
    { id: 'attic', protocol: 'second-look', when: 'lodging = "attic"', again: false, basis: [] },
    { id: 'watch', protocol: 'night-watch', when: 'found = "no"', again: true, basis: [] },
    {
      id: 'recheck',
      protocol: 'second-look',
      when: 'door = "shut"',
      again: true,
      delay: { after: '30 days', from: 'assess', origin: 'TOOL' },
      basis: [],
    },
  ],
  outcomes: [
    outcome('GUARDED', 'full', 'done(call_guard)'),
    outcome('QUIET', 'less', 'quiet and approved(assess)'),
    otherwise('OPEN'),
  ],
});

const LOCKSMITH = protocol('locksmith', {
  steps: [step('change_lock', { protective: true, when: 'door = "open"' })],
});
const NIGHT_WATCH = protocol('night-watch', { runs: 'many', steps: [step('walk')] });
const SECOND_LOOK = protocol('second-look', {
  runs: 'many',
  steps: [step('look_again', { when: 'run(lost_key).outcome = "QUIET"' })],
});

export const DOCUMENTS: readonly ProtocolDocument[] = [LOST_KEY, LOCKSMITH, NIGHT_WATCH, SECOND_LOOK];

function due(within: string, from: string) {
  return { within, from, origin: 'TOOL' as const, owner: 'ours' as const, basis: [], late: [] };
}
