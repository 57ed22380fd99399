import { compileProtocols, type JournalEntry, playExample } from '@repere/case-engine';
import { loadLibrary, localDocuments, type ProtocolDocument, type SharedDocument } from '@repere/protocol';
import { type NamedTerritory, territoryOf } from '@repere/territories';

/** A worked example, told to its end by the engine. */
export interface PlayedScenario {
  readonly file: string;
  readonly journal: readonly JournalEntry[];
  readonly territory: NamedTerritory;
  /** Epoch milliseconds at its end. */
  readonly now: number;
  readonly shared: SharedDocument;
  /** Versions that its runs are pinned to, and the newest of every other protocol. */
  readonly documents: readonly ProtocolDocument[];
}

/** Every worked example of a library, told to its end: `files` as `loadLibrary` takes them. Throws where one can’t be read or told. */
export function playLibrary(files: Readonly<Record<string, string>>): readonly PlayedScenario[] {
  const { shared, documents: bases, overlays, examples } = loadLibrary(files, '');
  if (!shared) throw new Error('facts.yaml can’t be read');
  const local = localDocuments(
    bases,
    overlays.flatMap(({ overlay }) => overlay ?? []),
  );
  // The newest of a name is its last: not that of a territory.
  const documents = [...local, ...bases];
  const set = compileProtocols(shared, documents);
  return examples.map(({ file, example }): PlayedScenario => {
    const territory = territoryOf(String(example?.territory));
    if (!example || !territory) throw new Error(`${file} can’t be read`);
    const played = playExample(set, example, territory);
    if (!played.ok) throw new Error(`${file}: ${played.problems.join('\n')}`);
    const last = played.moments.at(-1);
    if (!last) throw new Error(`${file}: nothing happens`);
    const journal = last.state.readFold().entries;
    return { file, journal, territory, now: last.at, shared, documents: documentsFor(journal, documents) };
  });
}

function documentsFor(
  journal: readonly JournalEntry[],
  documents: readonly ProtocolDocument[],
): readonly ProtocolDocument[] {
  const pinned = new Set(
    journal.flatMap((it) => (it.kind === 'run-opened' ? [`${it.protocol}@${it.version}`] : [])),
  );
  // Documents come in the order of their versions: the last of each name is the newest.
  const newest = new Map(documents.map((it) => [it.protocol, it.version]));
  const isPinned = ({ protocol, version }: ProtocolDocument): boolean => pinned.has(`${protocol}@${version}`);
  const named = new Set(documents.filter(isPinned).map(({ protocol }) => protocol));
  return documents.filter(
    (it) => isPinned(it) || (!named.has(it.protocol) && newest.get(it.protocol) === it.version),
  );
}
