import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { compileProtocols } from './compile-protocols';
import { applyOverlay, loadLibrary, type Problem } from '@repere/protocol';
import { FACTS, problemsWith, PROTOCOL, SOURCES } from '@repere/protocol/testing';

const FILES = { 'facts.yaml': FACTS, 'sources.yaml': SOURCES, 'shelter/1.0.0/protocol.yaml': PROTOCOL };
type FileName = keyof typeof FILES;
const anyFile = fc.constantFrom<FileName>('facts.yaml', 'sources.yaml', 'shelter/1.0.0/protocol.yaml');

/** A text with a stretch of it exchanged for something else: a slip of the hand. */
function slipped(file: FileName, at: number, length: number, by: string): string {
  const text = FILES[file];
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + by + text.slice(start + length);
}

/** The same data with one branch exchanged: right YAML, wrong meaning. */
function regrown(file: FileName, path: readonly number[], by: unknown): string {
  const root: unknown = parse(FILES[file]);
  let node = root;
  for (const turn of path) {
    if (typeof node !== 'object' || node === null) break;
    const keys = Object.keys(node);
    const key = keys[turn % Math.max(1, keys.length)];
    if (key === undefined) break;
    const map = node as Record<string, unknown>;
    if (turn === path.at(-1)) map[key] = by;
    node = map[key];
  }
  return stringify(root);
}

function wellFormed(problems: readonly Problem[], files: Readonly<Record<string, string>>): boolean {
  return problems.every(({ file, line, column, message, remedy }) => {
    const lines = (files[file] ?? FILES[file as FileName] ?? '').split('\n').length;
    return line >= 1 && line <= Math.max(1, lines) && column >= 1 && message.fr !== '' && remedy.fr !== '';
  });
}

const NAMES = [
  'danger',
  'place',
  'kind_of_place',
  'ordered_on',
  'nights',
  'slept_on',
  'safe',
  'good',
  'at_risk',
  'bad_nights',
  'assess',
  'find_place',
  'night',
  'judge',
  'birth',
  'signs',
  'debt',
  'majority',
  'shelter',
  'NIGHTS',
  'MAJ',
  'SAFE',
  'date',
  'yes-no',
  'checklist',
  'list',
  'choice',
];
const word = fc.constantFrom(
  'danger',
  'shelter',
  'assess',
  'nights',
  '__proto__',
  'constructor',
  'yes',
  'F31',
  'some',
  '',
);
const branch = fc.oneof(
  word,
  fc.jsonValue({ maxDepth: 2 }),
  fc.array(word, { maxLength: 3 }),
  fc.dictionary(word, word),
);
const slip = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('\n', '  ', '}', '"', '- ', ': ', '&a ', '*a', '#', 'not(', '|'),
);

describe('any file whatever', () => {
  it('gives problems with a place and a remedy, and never throws: slips of the hand', () => {
    fc.assert(
      fc.property(
        anyFile,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        slip,
        (file, at, length, by) => {
          const files = { [file]: slipped(file, at, length, by) };
          return wellFormed(problemsWith(files), files);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives problems with a place and a remedy, and never throws: branches exchanged', () => {
    fc.assert(
      fc.property(anyFile, fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }), branch, (file, path, by) => {
        const files = { [file]: regrown(file, path, by) };
        return wellFormed(problemsWith(files), files);
      }),
      { numRuns: 200 },
    );
  });

  it('finds every fault for which the engine would refuse to compile', () => {
    const isSound = (files: Readonly<Record<string, string>>): boolean => {
      if (problemsWith(files).some(({ severity }) => severity === 'error')) return true;
      const { shared, documents } = loadLibrary({ ...FILES, ...files }, '');
      if (!shared) return false;
      compileProtocols(shared, documents);
      return true;
    };
    fc.assert(
      fc.property(anyFile, fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }), branch, (file, path, by) =>
        isSound({ [file]: regrown(file, path, by) }),
      ),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(anyFile, fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), (file, name, by) =>
        isSound({ [file]: FILES[file].replaceAll(name, by) }),
      ),
      { numRuns: 200 },
    );
  });

  it('never throws on overlays either', () => {
    const overlay = {
      overlay: {
        of: 'shelter@1',
        territory: '93',
        tighten: { limits: { NIGHTS: 3 }, due: {} },
        add: { steps: [] },
      },
    };
    fc.assert(
      fc.property(fc.constantFrom('of', 'territory', 'tighten', 'add'), branch, (key, by) => {
        const text = stringify({ overlay: { ...overlay.overlay, [key]: by } });
        const files = { 'shelter/1.0.0/overlays/93.yaml': text };
        const library = loadLibrary({ ...FILES, ...files }, '');
        const [base] = library.documents;
        for (const loaded of library.overlays) if (base && loaded.overlay) applyOverlay(base, loaded.overlay);
        return wellFormed(problemsWith(files), files);
      }),
      { numRuns: 100 },
    );
  });
});
