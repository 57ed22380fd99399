import { fact, otherwise, outcome, protocol, SHARED, step } from '@repere/protocol/testing';
import { compileProtocols, runExample } from '@repere/case-engine';
import {
  type ProofFinding,
  type LoadedOverlay,
  loadExample,
  type ProtocolDocument,
  readYaml,
  type SafeguardDefinition,
  type StepDefinition,
} from '@repere/protocol';
import { explore } from './explore';

const PARIS = { code: '75', zone: 'Europe/Paris', isHoliday: () => false };

const CALL_GUARD: Partial<StepDefinition> = { when: 'door in ("open", "ajar")', protective: true };

const GUARD_IS_CALLED: SafeguardDefinition = {
  id: 'the-guard-is-called',
  never: 'door = "open" and state(call_guard) = "not-applicable"',
  basis: ['G01'],
};

/** A door that was found open, ajar or shut. */
function lostKey(
  safeguard: SafeguardDefinition,
  more: Readonly<Record<string, Partial<StepDefinition>>> = {},
): ProtocolDocument {
  return protocol('lost-key', {
    facts: [fact('spares', 'list', { row: { fits: fact('fits', 'yes-no') } })],
    steps: [
      step('look', { fields: ['signs'] }),
      step('assess', {
        kind: 'decision',
        after: ['look'],
        fields: ['door'],
        decides: 'door',
        repeatable: { newFacts: false },
        approvedBy: { role: 'SUP' },
        ...more['assess'],
      }),
      step('call_guard', { ...CALL_GUARD, ...more['call_guard'] }),
      step('tell_owner', { ready: 'visitor = "no"', contacts: 'family', ...more['tell_owner'] }),
      step('spare', {
        adds: 'spares',
        closes: 'spares',
        fields: ['spares.fits'],
        repeatable: { newFacts: false },
      }),
      step('rest', { after: ['look'], opensAt: { after: '3 days', from: 'look' } }),
    ],
    outcomes: [
      outcome('GUARDED', 'full', 'done(call_guard)'),
      outcome('QUIET', 'less', 'door = "shut"'),
      otherwise('OPEN'),
    ],
    safeguards: [safeguard],
  });
}

/** The solver gives up, so that everything is left to the search. */
const undecided = (): Promise<string> => Promise.resolve('unknown');

async function find(document: ProtocolDocument, id: string): Promise<ProofFinding> {
  const library = { shared: SHARED, documents: [document] };
  const { findings } = await explore(library, { solve: undecided, hash: () => '', only: [id] });
  const [finding] = findings;
  if (!finding) throw new Error(`no finding ${id}`);
  return finding;
}

/** What the example of a counter-example says of a protocol: nothing if it passes. */
function told({ counterExample }: ProofFinding, document: ProtocolDocument): readonly string[] {
  const { example, problems } = loadExample(counterExample?.example ?? '', 'found.yaml');
  if (!example) return problems.map(({ message }) => message.en);
  return runExample(compileProtocols(SHARED, [document]), example, PARIS);
}

describe('explore', () => {
  const intact = lostKey(GUARD_IS_CALLED);
  const faulty = lostKey(GUARD_IS_CALLED, { call_guard: { when: 'door = "ajar"' } });

  it('proves what an exhausted search never sees broken', async () => {
    const alone: SafeguardDefinition = {
      id: 'not-before-a-visitor',
      never: 'state(tell_owner) = "ready" and visitor = "yes"',
      basis: [],
    };
    const finding = await find(lostKey(alone), 'not-before-a-visitor');
    expect(finding).toMatchObject({ verdict: 'proven', method: 'solver-and-search' });
    expect(finding.bound).toBeUndefined();
    expect(finding.covered.states).toBeGreaterThan(3);
    const open = lostKey(alone, { tell_owner: { ready: 'answer(visitor) = "given"' } });
    expect(await find(open, 'not-before-a-visitor')).toMatchObject({ verdict: 'broken' });
  });

  it('sees that a refusal closes a step that repeats, though what was done stays done', async () => {
    const nobodyWaits: SafeguardDefinition = {
      ...{ id: 'a-refusal-closes-nothing', basis: [] },
      sameSteps: { whatever: ['offered'], among: 'protective' },
    };
    const offering = (unless?: string): ProtocolDocument => {
      const document = lostKey(nobodyWaits, {
        call_guard: {
          ...{ when: undefined, fields: ['offered'], repeatable: { newFacts: false } },
          ...(unless !== undefined && { unless }),
        },
      });
      return { ...document, facts: { ...document.facts, offered: fact('offered', 'yes-no') } };
    };
    const closes = await find(offering('offered = "no"'), 'a-refusal-closes-nothing');
    expect(closes).toMatchObject({ verdict: 'broken', method: 'solver-and-search' });
    expect(closes.counterExample?.story.en).toContain('may be done again for one, may not be done again');
    expect(told(closes, offering('offered = "no"'))).toEqual([
      'expect: lost-key.call_guard should be possible, is not',
    ]);
    expect(told(closes, offering())).toEqual([]);
    expect((await find(offering(), 'a-refusal-closes-nothing')).verdict).not.toBe('broken');
  });

  it('tells the shortest history that breaks a safeguard, and a file that fails until it is mended', async () => {
    const finding = await find(faulty, 'the-guard-is-called');
    expect(finding).toMatchObject({ verdict: 'broken', counterExample: { acts: 3, isShortest: true } });
    const lines = finding.counterExample?.lines.map(({ fr }) => fr) ?? [];
    expect(lines[2]).toContain('« assess » : door : open');
    expect(lines.at(-1)).toBe('Garde-fou rompu : « the-guard-is-called ».');
    expect(told(finding, faulty)).toEqual(['expect: the-guard-is-called should be kept, is broken']);
    expect(told(finding, intact)).toEqual([]);
  });

  it('explores what a territory makes of a version like any version, the last of its overlays', async () => {
    const overlay = (number: number): LoadedOverlay['overlay'] => ({
      ...{ protocol: 'lost-key', major: 1, since: '1.0.0', territory: '93', number, isFictional: false },
      ...{ limits: {}, due: {}, approvals: {}, steps: [] },
      safeguards: [{ id: 'the-door-is-never-open', never: 'door = "open"', basis: [] }],
    });
    const source = readYaml('{}', 'lost-key/1.0.0/overlays/93.yaml');
    const { subjects, findings } = await explore(
      {
        shared: SHARED,
        documents: [intact],
        overlays: [1, 2].map((number) => ({ overlay: overlay(number), problems: [], source })),
      },
      { solve: undecided, hash: ({ version }) => version, only: ['safeguard'] },
    );
    expect(subjects.map(({ version }) => version)).toEqual(['1.0.0', '1.0.0+93.2']);
    expect(findings.map(({ version, id, verdict }) => [version, id, verdict])).toEqual([
      ['1.0.0', 'the-guard-is-called', expect.not.stringMatching('broken')],
      ['1.0.0+93.2', 'the-guard-is-called', expect.not.stringMatching('broken')],
      ['1.0.0+93.2', 'the-door-is-never-open', 'broken'],
    ]);
  });

  it('waits where only time opens a step', async () => {
    expect(await find(intact, 'can-happen/rest')).toMatchObject({ verdict: 'proven', method: 'search' });
    const never = lostKey(GUARD_IS_CALLED, { tell_owner: { when: 'visitor = "no" and visitor = "yes"' } });
    expect(await find(never, 'can-happen/tell_owner')).toMatchObject({ verdict: 'broken' });
  });

  it('says what it left out where it stopped early, and never calls that proven', async () => {
    const counted: SafeguardDefinition = {
      id: 'few-spares',
      never: 'count(spares, fits = "yes") > 4',
      basis: [],
    };
    const finding = await find(lostKey(counted), 'few-spares');
    expect(finding.verdict).toBe('bounded');
    expect(finding.bound?.en).toContain('two rows a list at most');
  });

  it('finds whether one person alone can reach what protects less', async () => {
    expect(await find(intact, 'two-persons/QUIET')).toMatchObject({ verdict: 'proven' });
    const alone = lostKey(GUARD_IS_CALLED, { assess: { decides: undefined, approvedBy: undefined } });
    const finding = await find(alone, 'two-persons/QUIET');
    expect(finding).toMatchObject({ verdict: 'broken', counterExample: { acts: 3 } });
    expect(told(finding, alone)).toEqual(['expect: the outcome should not be QUIET']);
    expect(told(finding, intact)).toEqual([]);
  });

  it('compares two children', async () => {
    const same: SafeguardDefinition = {
      id: 'visitors-do-not-matter',
      sameSteps: { whatever: ['visitor'], among: 'protective' },
      basis: [],
    };
    const gated = lostKey(same, { call_guard: { when: 'door in ("open", "ajar") and visitor = "no"' } });
    const finding = await find(gated, 'visitors-do-not-matter');
    expect(finding).toMatchObject({ verdict: 'broken' });
    expect(told(finding, gated)).toHaveLength(1);
    expect(told(finding, lostKey(same))).toEqual([]);
  });

  it('compares two children who differ in one item of a checklist', async () => {
    const same: SafeguardDefinition = {
      id: 'a-dog-changes-nothing',
      sameSteps: { whatever: ['signs.dog'], among: 'protective' },
      basis: ['G02'],
    };
    const waits = (item: string) => lostKey(same, { call_guard: { when: `signs.${item} = "no"` } });
    expect((await find(waits('dog'), same.id)).verdict).toBe('broken');
    expect((await find(waits('noise'), same.id)).verdict).not.toBe('broken');
  });

  it('gives the same report for the same library', async () => {
    const library = { shared: SHARED, documents: [faulty] };
    const options = { solve: undecided, hash: () => '' };
    expect(await explore(library, options)).toEqual(await explore(library, options));
  });
});
