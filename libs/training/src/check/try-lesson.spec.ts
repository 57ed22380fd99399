import { compileProtocols } from '@repere/case-engine';
import { loadLibrary, loadScenario } from '@repere/protocol';
import { FACTS, PROTOCOL, SCENARIO, SOURCES } from '@repere/protocol/testing';
import { PARIS } from '../testing/fake-shelter-scenario';
import { tryLesson } from './try-lesson';

/** Faults of the small scenario with a shelter 1.1.0 beside the one it names, in which `from` reads `to`. */
function faultsWith(from: string, to: string): readonly string[] {
  if (!PROTOCOL.includes(from)) throw new RangeError(`no ${from}`);
  const next = PROTOCOL.replace('version: 1.0.0', 'version: 1.1.0').replaceAll(from, to);
  const { shared, documents } = loadLibrary(
    {
      ...{ 'facts.yaml': FACTS, 'sources.yaml': SOURCES, 'shelter/1.0.0/protocol.yaml': PROTOCOL },
      'shelter/1.1.0/protocol.yaml': next,
    },
    '',
  );
  if (!shared || documents.length !== 2) throw new Error('a shelter could not be read');
  const { faults } = tryLesson(loadScenario(SCENARIO, 'a-night.yaml'), {
    ...{ set: compileProtocols(shared, documents), territory: PARIS },
    ...{ protocol: 'shelter', version: '1.1.0' },
  });
  expect(faults.every(({ text }) => text.fr.length > 0 && text.fr !== text.en)).toBe(true);
  return faults.map(({ of, text }) => `${of}: ${text.en}`);
}

describe('a lesson tried with another version', () => {
  it('holds where only words changed', () => {
    expect(faultsWith('fr: Regarder., en: Look.', 'fr: Regarder bien., en: Look well.')).toEqual([]);
  });

  it('must be written anew where a step has another name', () => {
    const faults = faultsWith('find_place', 'find_bed');
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every((it) => it.startsWith('names: Line '))).toBe(true);
    expect(faults.join('\n')).toContain('find_place');
  });

  it('must be where the model run would have failed the child, with what it loses', () => {
    expect(
      faultsWith(
        'evidence: [order]',
        'evidence: [order]\n    due: { within: 1 hours, from: run, origin: TOOL }',
      ),
    ).toEqual(expect.arrayContaining([expect.stringMatching(/^model: The model run loses a point: /)]));
  });

  it('must be where a run with faults no longer loses what it teaches', () => {
    expect(faultsWith('within: 48 hours', 'within: 20 days')).toEqual([
      'planted: “Too late” no longer loses: Assess',
      'planted: “Too late” no longer loses: Assess (deadline)',
    ]);
  });

  it('must be where a line of the model is refused', () => {
    const faults = faultsWith('after: [assess]', 'after: [assess, night]');
    expect(faults.join('\n')).toContain('model: “The model run” no longer goes to its end: line 3, Find: ');
    // What follows from it is not told.
    expect(
      faults.filter((it) => it.includes('no longer goes to its end') && it.startsWith('model')),
    ).toHaveLength(1);
  });
});
