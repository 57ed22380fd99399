import { compileProtocols } from '@repere/case-engine';
import { encodeProtocols, type Encoding } from '@repere/protocol-verifier';
import { loadLibrary } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { readFiles } from '../read-files';
import type { Library } from '../random-history';

const FILES = readFiles();
const READ = loadLibrary(FILES);

/** A part of a protocol's text and what is put in its place, to see whether it is found. */
export interface Fault {
  readonly protocol: string;
  readonly part: string;
  readonly by: string;
}

/**
 * The newest version of each protocol, with faults planted: only what has one is read anew. Throws if the text has changed and a
 * fault finds no place.
 */
export function libraryWith(...faults: readonly Fault[]): Library {
  const versionOf = new Map(READ.documents.map(({ protocol, version }) => [protocol, version]));
  const needed = new Set(faults.map(({ protocol }) => `${protocol}/${versionOf.get(protocol) ?? ''}/`));
  const files = Object.fromEntries(
    Object.entries(FILES).filter(
      ([path]) => !path.includes('/') || [...needed].some((folder) => path.startsWith(folder)),
    ),
  );
  for (const { protocol, part, by } of faults) {
    const path = `${protocol}/${versionOf.get(protocol) ?? ''}/protocol.yaml`;
    const text = files[path] ?? '';
    if (text.split(part).length !== 2) throw new Error(`${path} does not have once: ${part}`);
    files[path] = text.replace(part, by);
  }
  const { shared } = READ;
  const territory = territoryOf('75');
  if (!shared || !territory) throw new Error('facts.yaml or the territory is missing');
  const planted = new Map(
    (faults.length > 0 ? loadLibrary(files).documents : []).map((it) => [it.protocol, it]),
  );
  for (const { protocol, by } of faults)
    if (!planted.has(protocol)) throw new Error(`${protocol} can not be read with: ${by}`);
  const newest = [...new Map(READ.documents.map((it) => [it.protocol, it])).values()].map(
    (it) => planted.get(it.protocol) ?? it,
  );
  return { shared, documents: newest, set: compileProtocols(shared, newest), territory };
}

export function encodingOf({ set, documents }: Library): Encoding {
  return encodeProtocols(
    set,
    documents.map(({ protocol, version }) => ({ protocol, version })),
  );
}
