import type { Problem, ProtocolDocument, SharedDocument } from '../documents/document';
import { loadExample, type LoadedExample } from './load-example';
import { type LoadedOverlay, loadOverlay } from '../overlays/load-overlay';
import { type LoadedParts, loadParts, type Parts } from '../parts/load-parts';
import { type LoadedProtocol, loadProtocol } from './load-protocol';
import { type LoadedShared, loadShared } from './load-shared';
import { loadVectors, type LoadedVectors } from './load-vectors';
import { loadSources, type Sources } from './load-sources';

/** All that the folder `protocols/` holds, read. */
export interface Library {
  readonly shared?: SharedDocument;
  readonly sources: Sources;
  /** Steps that several protocols use; empty when parts.yaml can't be read. */
  readonly parts: Parts;
  /** Documents whose form is right, in the order of their paths. Check `problems` before using one. */
  readonly documents: readonly ProtocolDocument[];
  readonly problems: readonly Problem[];
  readonly loadedShared: LoadedShared;
  readonly loadedParts: LoadedParts;
  readonly loadedProtocols: readonly LoadedProtocol[];
  readonly overlays: readonly LoadedOverlay[];
  readonly examples: readonly LoadedExample[];
  readonly vectors: readonly LoadedVectors[];
}

const PROTOCOL = /^[^/]+\/[^/]+\/protocol\.yaml$/;
const OVERLAY = /^[^/]+\/[^/]+\/overlays\/[^/]+\.yaml$/;
const VECTORS = /^[^/]+\/[^/]+\/vectors\/[^/]+\.yaml$/;
const EXAMPLE = /^[^/]+\/[^/]+\/examples\/[^/]+\.yaml$/;

/**
 * Reads a whole library. `files` maps paths inside `protocols/` (`facts.yaml`, `protection/1.0.0/protocol.yaml`, …) to their
 * texts; `prefix` stands before them in problems. Names are resolved by `checkLibrary`.
 */
export function loadLibrary(files: Readonly<Record<string, string>>, prefix = 'protocols/'): Library {
  const loadedShared = loadShared(
    files['facts.yaml'] ?? '',
    `${prefix}facts.yaml`,
    files['facts.en.yaml'],
    `${prefix}facts.en.yaml`,
  );
  const loadedParts = loadParts(
    files['parts.yaml'],
    `${prefix}parts.yaml`,
    files['parts.en.yaml'],
    `${prefix}parts.en.yaml`,
  );
  const { sources, problems: faults } = loadSources(files['sources.yaml'] ?? '', `${prefix}sources.yaml`);
  const each = <T>(kind: RegExp, load: (text: string, path: string) => T): readonly T[] =>
    Object.keys(files)
      .filter((path) => kind.test(path))
      .sort()
      .map((path) => load(files[path] ?? '', path));
  const loadedProtocols = each(PROTOCOL, (text, path) => {
    const enFile = path.replace(/protocol\.yaml$/, 'en.yaml');
    const texts = { file: prefix + path, text, enFile: prefix + enFile, enText: files[enFile] };
    return loadProtocol(texts, loadedParts.parts ?? null);
  });
  const overlays = each(OVERLAY, (text, path) => loadOverlay(text, prefix + path));
  const examples = each(EXAMPLE, (text, path) => loadExample(text, prefix + path));
  const vectors = each(VECTORS, (text, path) => loadVectors(text, prefix + path));
  return {
    shared: loadedShared.shared,
    sources: sources ?? {},
    parts: loadedParts.parts ?? {},
    documents: loadedProtocols.flatMap(({ document }) => document ?? []),
    problems: [
      ...faults,
      ...[loadedShared, loadedParts, ...loadedProtocols, ...overlays, ...examples, ...vectors].flatMap(
        ({ problems }) => problems,
      ),
    ],
    loadedShared,
    loadedParts,
    loadedProtocols,
    overlays,
    examples,
    vectors,
  };
}
