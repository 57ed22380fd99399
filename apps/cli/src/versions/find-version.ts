import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { loadLibrary, type ProtocolDocument, type SharedDocument } from '@repere/protocol';
import type { Text } from '@repere/feel';
import type { ProtocolFiles } from '@repere/cases';
import { readLibraryFiles } from '../protocols/read-library-files';
import { readVersion } from './version-files';

/** A version with the shared facts of the folder that it lies in. */
export interface FoundVersion {
  readonly document: ProtocolDocument;
  readonly shared: SharedDocument;
  /** Titles of the protocols that it opens. */
  readonly titles: Readonly<Record<string, Text>>;
}

/**
 * The version that is meant: `lost-key@1.0.0`, out of the folder of protocols, or the path of a version's own folder,
 * `elsewhere/lost-key/1.0.0`. Throws, with the reason, if there is none or it can't be read.
 */
export function findVersion(name: string, folder: string): FoundVersion {
  const isPath = existsSync(join(name, 'protocol.yaml'));
  const wanted = isPath ? `${basename(dirname(name))}/${basename(name)}` : name.replace('@', '/');
  const files = readLibraryFiles(folder);
  const own = isPath
    ? Object.entries(readVersion(name)).map(([path, text]) => [`${wanted}/${path}`, text])
    : [];
  const { documents, shared } = loadLibrary(
    { ...whatIsShared(files), ...filesIn(files, wanted), ...Object.fromEntries(own) },
    '',
  );
  const [document] = documents;
  if (!document)
    throw new Error(`There is no ${name} that can be read. There are: ${versionsIn(files).join(', ')}`);
  if (!shared) throw new Error('facts.yaml can not be read: `repere protocol check` says why.');
  return { document, shared, titles: titlesOf(files, document) };
}

const whatIsShared = (files: ProtocolFiles): ProtocolFiles =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.includes('/')));

/** What makes up one version, without its stories. */
const filesIn = (files: ProtocolFiles, version: string): ProtocolFiles =>
  Object.fromEntries(
    Object.entries(files).filter(
      ([path]) => path === `${version}/protocol.yaml` || path === `${version}/en.yaml`,
    ),
  );

const versionsIn = (files: ProtocolFiles): readonly string[] =>
  Object.keys(files).flatMap((path) => {
    const [, protocol, version] = /^([^/]+)\/([^/]+)\/protocol\.yaml$/.exec(path) ?? [];
    return protocol === undefined ? [] : `${protocol}@${version}`;
  });

/** Titles of the protocols that it opens. */
function titlesOf(files: ProtocolFiles, { opens }: ProtocolDocument): FoundVersion['titles'] {
  const named = new Set(opens.map(({ protocol }) => protocol));
  const opened = versionsIn(files).filter((it) => named.has(it.split('@')[0] ?? ''));
  const all = opened.map((it) => filesIn(files, it.replace('@', '/')));
  const { documents } = loadLibrary(Object.assign({}, whatIsShared(files), ...all) as ProtocolFiles, '');
  return Object.fromEntries(documents.map(({ protocol, title }) => [protocol, title]));
}
