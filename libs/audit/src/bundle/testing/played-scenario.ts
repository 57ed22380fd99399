import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compileProtocols, type JournalEntry, playExample } from '@repere/case-engine';
import { type Library, loadLibrary, type ProtocolDocument, type SharedDocument } from '@repere/protocol';
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

const PROTOCOLS = join(__dirname, '../../../../../protocols');

/** Every worked example of the published protocols. */
export function playedScenarios(): readonly PlayedScenario[] {
  const { shared, documents, examples } = publishedLibrary();
  const set = compileProtocols(shared, documents);
  return examples.flatMap(({ file, example }): readonly PlayedScenario[] => {
    const territory = territoryOf(String(example?.territory));
    if (!example || !territory) return [];
    const played = playExample(set, example, territory);
    const last = played.ok ? played.moments.at(-1) : undefined;
    if (!last) return [];
    const journal = last.state.read().entries;
    return [{ file, journal, territory, now: last.at, shared, documents: documentsFor(journal, documents) }];
  });
}

/** The one whose file ends so: `/examples/01-….yaml`. */
export function playedScenario(file: string): PlayedScenario {
  const found = playedScenarios().find((it) => it.file.endsWith(file));
  if (!found) throw new Error(`there is no story ${file}`);
  return found;
}

function publishedLibrary(): Library & { readonly shared: SharedDocument } {
  const library = loadLibrary(readFolder());
  if (!library.shared) throw new Error('facts.yaml can’t be read');
  return { ...library, shared: library.shared };
}

function readFolder(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(PROTOCOLS, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(PROTOCOLS, path).split(sep).join('/')] = readFileSync(path, 'utf8');
  }
  return files;
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
