import type { ProtocolFiles } from '@repere/cases';
import {
  checkProtocol,
  loadExample,
  loadParts,
  loadProtocol,
  loadShared,
  loadSources,
  loadVectors,
  type Problem,
  type ProtocolDocument,
  type SharedDocument,
  type Surroundings,
  type Translated,
} from '@repere/protocol';

export { fileSchema, writeEnglish } from '@repere/protocol';

/** What a draft is read against: shared files, and the versions in force. */
export type ReadSurroundings = Surroundings & { readonly shared: SharedDocument };

/** What the checker says of a text, and the protocol in it if it can be read. */
export interface CheckedText {
  readonly document: ProtocolDocument | null;
  readonly problems: readonly Problem[];
  /** Texts whose English is missing, or not known to belong to the French. */
  readonly unsettled: readonly Translated[];
}

/** Shared files are published and sound; `null` should they not be. */
export function readSurroundings(
  shared: ProtocolFiles,
  documents: readonly ProtocolDocument[],
): ReadSurroundings | null {
  const file = (name: string): string => shared[name] ?? '';
  const facts = loadShared(file('facts.yaml'), 'facts.yaml', file('facts.en.yaml'));
  const { sources } = loadSources(file('sources.yaml'), 'sources.yaml');
  const { parts } = loadParts(shared['parts.yaml'], 'parts.yaml', shared['parts.en.yaml']);
  return facts.shared
    ? { shared: facts.shared, sources: sources ?? {}, parts: parts ?? {}, documents }
    : null;
}

/**
 * Checks the files of a draft as `repere protocol check` does: form, English, names, meaning. Worked examples are read here
 * and told by the server, which has the calendars, when the draft is saved.
 */
export function checkText(files: ProtocolFiles, surroundings: ReadSurroundings): CheckedText {
  const loaded = loadProtocol(
    {
      file: 'protocol.yaml',
      text: files['protocol.yaml'] ?? '',
      enFile: 'en.yaml',
      enText: files['en.yaml'],
    },
    surroundings.parts,
  );
  const { document } = loaded;
  const others = surroundings.documents.filter(
    (it) => it.protocol !== document?.protocol || it.version !== document.version,
  );
  const meant = document ? checkProtocol(loaded, { ...surroundings, documents: [...others, document] }) : [];
  return {
    document: document ?? null,
    problems: [...loaded.problems, ...meant, ...problemsOfExamples(files)],
    unsettled: unsettledOf(loaded.translations),
  };
}

/** Of a list, the first that is missing: the next has no place before it. */
function unsettledOf(all: readonly Translated[]): readonly Translated[] {
  const missing = new Set(all.filter(({ state }) => state === 'missing').map(({ key }) => key));
  const before = ({ path }: Translated): string =>
    path.map((it) => (typeof it === 'number' ? it - 1 : it)).join('.');
  return all.filter(
    (it) =>
      it.state !== 'matched' && !(missing.has(it.key) && missing.has(before(it)) && before(it) !== it.key),
  );
}

function problemsOfExamples(files: ProtocolFiles): readonly Problem[] {
  return Object.entries(files).flatMap(([path, text]) => {
    if (path.startsWith('examples/')) return loadExample(text, path).problems;
    return path.startsWith('vectors/') ? loadVectors(text, path).problems : [];
  });
}
