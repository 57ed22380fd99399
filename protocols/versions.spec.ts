import fc from 'fast-check';
import {
  checkVersionNumber,
  diffVersions,
  loadLibrary,
  nextVersion,
  type ProtocolDocument,
  type VersionChange,
  type VersionDiff,
} from '@repere/protocol';
import { readFiles } from './read-files';

const { documents, shared } = loadLibrary(readFiles());
if (!shared) throw new Error('facts.yaml can not be read');

const diff = (before: ProtocolDocument, after: ProtocolDocument): VersionDiff =>
  diffVersions(before, after, shared);

const anyDocument = fc.nat(documents.length - 1);

it('a version differs in nothing from itself', () => {
  for (const document of documents) {
    expect(diff(document, structuredClone(document))).toMatchObject({ kind: 'patch', changes: [] });
  }
});

it('sees every change, wherever it is planted, asks a number that says as much, and turned round the same', () => {
  fc.assert(
    fc.property(anyDocument, fc.nat(), fc.nat(), (which, where, how) => {
      const document = documents[which] as ProtocolDocument;
      const after = planted(document, where, how);
      const changes = diff(document, after);
      if (JSON.stringify(after) === JSON.stringify(document)) return;
      expect(changes.changes).not.toEqual([]);
      const to = nextVersion(document.version, changes.kind);
      expect(checkVersionNumber({ ...changes, to })).toBeNull();
      expect(checkVersionNumber(changes)?.code).toBe('version-not-newer');
      for (const { text } of changes.changes) {
        expect(`${text.fr} ${text.en}`).not.toMatch(/undefined|null|\[object/);
      }
      expect(told(diff(after, document)).sort()).toEqual(told(changes).map(turned).sort());
    }),
    { numRuns: Number(process.env['RUNS'] ?? 300) },
  );
});

/** The same document with one thing in it otherwise. */
function planted(document: ProtocolDocument, where: number, how: number): ProtocolDocument {
  const copy = structuredClone(document) as unknown as Branch;
  const places = [...placesIn(copy)].filter(({ key, branch }) => branch !== copy || key !== 'protocol');
  const { branch, key } = places[where % places.length] ?? { branch: copy, key: 'version' };
  const was = branch[key];
  if (typeof was === 'string') branch[key] = OTHER[was] ?? `${was}x`;
  else if (typeof was === 'number') branch[key] = was + 1;
  else if (typeof was === 'boolean') branch[key] = !was;
  else if (Array.isArray(was)) was.splice(how % Math.max(1, was.length), 1);
  else if (typeof was === 'object' && was !== null) {
    const keys = Object.keys(was).filter((it) => MAY_BE_ABSENT.has(it) || IS_MAP.has(key));
    const gone = keys[how % Math.max(1, keys.length)];
    if (gone !== undefined) Reflect.deleteProperty(was, gone);
  }
  return copy as unknown as ProtocolDocument;
}

type Branch = Record<string, unknown>;

function* placesIn(branch: Branch): Iterable<{ readonly branch: Branch; readonly key: string }> {
  for (const [key, value] of Object.entries(branch)) {
    if (key === 'version') continue;
    yield { branch, key };
    if (typeof value === 'object' && value !== null) yield* placesIn(value as Branch);
  }
}

/** Words of the language have others of their kind. */
const OTHER: Readonly<Record<string, string>> = {
  ...{ ours: 'outside', outside: 'ours', full: 'less', less: 'full', before: 'at-once', 'at-once': 'before' },
  ...{ never: 'with-reason', 'with-reason': 'with-approval', 'with-approval': 'never', higher: 'lower' },
  ...{ lower: 'higher', one: 'many', many: 'one', '24 hours': '3 days', '8 days': '5 days' },
};
const IS_MAP = new Set(['facts', 'limits', 'derived', 'row', 'reasons']);
const MAY_BE_ABSENT = new Set([
  ...['when', 'unless', 'ready', 'due', 'approvedBy', 'guidance', 'opensAt', 'decides', 'offers', 'contacts'],
  ...[
    'hint',
    'relevant',
    'min',
    'max',
    'unit',
    'note',
    'title_of',
    'delay',
    'effect',
    'waiverReasons',
    'adds',
  ],
]);

/** What a change comes to, without its sentence. */
const told = ({ changes }: VersionDiff): string[] => changes.map(key);

const key = ({ what, how, id, effect, before, after }: VersionChange): string =>
  JSON.stringify([what, how, id, effect, before ?? null, after ?? null]);

const HOW: Readonly<Record<VersionChange['how'], VersionChange['how']>> = {
  added: 'removed',
  removed: 'added',
  longer: 'shorter',
  shorter: 'longer',
  changed: 'changed',
};

function turned(it: string): string {
  const [what, how, id, effect, before, after] = JSON.parse(it) as [
    string,
    VersionChange['how'],
    string,
    string,
    unknown,
    unknown,
  ];
  const other = { 'protects-more': 'protects-less', 'protects-less': 'protects-more' }[effect] ?? effect;
  return JSON.stringify([what, HOW[how], id, other, after, before]);
}
