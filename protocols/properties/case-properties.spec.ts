import { type CaseView, compileProtocols, viewCase } from '@repere/case-engine';
import { loadLibrary } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import fc from 'fast-check';
import { readFiles } from '../read-files';
import { CASE_PROPERTIES } from './case-properties';
import { type Library, randomHistory } from '../random-history';

const FILES = readFiles();
/** What must be reached is looked for in the same histories each time. */
const SAME = { seed: 2009, numRuns: 100 };
const LENGTH = 60;

/** What is acted in. */
const TOLD: ReadonlySet<string> = new Set(['identification', 'protection']);
const among = (protocol: string): boolean => TOLD.has(protocol);

interface Told {
  /** Promise, or id of a safeguard of the protocols → how often it was broken. */
  readonly broken: ReadonlyMap<string, number>;
  /** Outcomes and done steps that were seen. */
  readonly reached: ReadonlySet<string>;
}

function read(files: Readonly<Record<string, string>>): Library {
  const library = loadLibrary(files);
  const territory = territoryOf('75');
  if (!library.shared || !territory) throw new Error('facts.yaml or the territory is missing');
  const { shared, documents } = library;
  return { shared, documents, territory, set: compileProtocols(shared, documents) };
}

const READ = read(FILES);

/** Many histories told by what was read, each property asked after every act. */
function tell(told: Library, sample: typeof SAME | number): Told {
  const broken = new Map<string, number>();
  const reached = new Set<string>();
  for (const stream of fc.sample(fc.infiniteStream(fc.nat(9_999)), sample)) {
    const draw = (bound: number) => (bound <= 0 ? 0 : Number(stream.next().value) % bound);
    randomHistory(
      told,
      { first: 'identification', draw, length: LENGTH, among, isCalm: true },
      (state, journal) => {
        const view = viewCase(state);
        note(view, reached);
        const unkept = Object.entries(CASE_PROPERTIES).flatMap(([name, it]) =>
          it(view, journal) ? [] : [name],
        );
        const guarded = view.runs.flatMap((run) => run.brokenSafeguards?.map(({ id }) => id) ?? []);
        for (const name of [...unkept, ...guarded]) broken.set(name, (broken.get(name) ?? 0) + 1);
      },
    );
  }
  return { broken, reached };
}

/** Whether a planted fault is found; history after history, since a protocol that changes makes others of the same seed. */
function isCaught(files: Readonly<Record<string, string>>, names: readonly string[]): boolean {
  const faulty = read(files);
  const left = new Set(names);
  for (let seed = 2007; seed < 2027 && left.size > 0; seed++) {
    for (const name of tell(faulty, { seed, numRuns: 25 }).broken.keys()) left.delete(name);
  }
  return left.size === 0;
}

function note({ runs }: CaseView, reached: Set<string>): void {
  for (const { outcome, steps } of runs) {
    if (outcome) reached.add(outcome.id);
    for (const { id, state } of steps) if (state === 'done') reached.add(id);
  }
}

describe('the protocols together, whatever happens', () => {
  it('keep their promises, and break no safeguard', () => {
    expect([...tell(READ, Number(process.env['RUNS'] ?? 60)).broken]).toEqual([]);
  });

  it('reach what the promises are about', () => {
    expect([...tell(READ, SAME).reached]).toEqual(
      expect.arrayContaining(['POSSIBLE_OR_MORE', 'NO_SIGN', 'REFERRED', 'report_crip', 'tell_family']),
    );
  });

  it.each([
    [
      ['suspicion, urgency or exposure opens protection'],
      'identification',
      'when: exposure = "yes"',
      'when: exposure = "no"',
    ],
    [
      ['a grave danger or a crime goes to the prosecutor', 'grave-danger-goes-to-the-prosecutor'],
      'protection',
      'prosecutor_anyway\n    or (',
      '(',
    ],
    [
      ['a child at risk is referred, or two people say why not'],
      'protection',
      'when: at_risk',
      'when: danger = "none"',
    ],
    [
      ['the family is told only once two people agreed', 'family-not-contacted-before-the-check'],
      'protection',
      'ready: family_involved in ("some", "no") and approved(family)',
      'ready: not(family_involved = "yes")',
    ],
    [
      ['no hotel by our own act'],
      'protection',
      'when: placement in ("hotel", "unsupervised_flat")\n        that',
      'when: placement = "foster_family"\n        that',
    ],
    [
      ['no-sign-needs-two-people'],
      'identification',
      '    decides: victim_status\n    reasons: { confirmed: suspicion, probable: suspicion, possible: suspicion, no_sign: no_sign }\n    approvedBy: { role: SUP }\n',
      '',
    ],
    [
      ['suspicion-opens-protection'],
      'identification',
      '- id: suspicion\n    protocol: protection\n    when: suspected',
      '- id: suspicion\n    protocol: protection\n    when: not(suspected)',
    ],
  ])('would be caught: %j', (names, protocol, part, by) => {
    const path = `${protocol}/1.0.0/protocol.yaml`;
    const text = FILES[path] ?? '';
    const written = asWrapped(part);
    expect(text).toMatch(written);
    expect(isCaught({ ...FILES, [path]: text.replace(written, by) }, names)).toBe(true);
  });
});

/** A part of a file, wherever its lines break. */
const asWrapped = (part: string): RegExp =>
  new RegExp(
    part
      .split(/(?<=\S)\s+(?=\S)/)
      .map((word) => word.replaceAll(/[()[\]{}.?*+|^$\\]/g, '\\$&'))
      .join('\\s+'),
  );
