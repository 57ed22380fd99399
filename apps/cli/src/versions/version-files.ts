import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { ProtocolFiles } from '@repere/cases';

/** What belongs to a version; overlays are a territory's. */
const OF_A_VERSION =
  /^(protocol\.yaml|en\.yaml|SOURCE\.md|(examples|vectors)\/[a-z0-9][a-z0-9._-]{0,99}\.yaml)$/i;

/** The files of the version in this folder, by path inside it with `/`; what is no part of a version is left out. */
export function readVersion(folder: string): ProtocolFiles {
  if (!existsSync(join(folder, 'protocol.yaml'))) throw new Error(`${folder} holds no protocol.yaml`);
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (OF_A_VERSION.test(path)) files[path] = readFileSync(join(folder, path), 'utf8');
  }
  return files;
}

/** Writes the files of a version into a folder that has none of them yet; byte for byte what was read. Gives their paths. */
export function writeVersion(folder: string, files: ProtocolFiles): readonly string[] {
  const paths = Object.keys(files).sort();
  const odd = paths.find((path) => !OF_A_VERSION.test(path));
  if (odd !== undefined) throw new Error(`${odd} is no file of a version`);
  const there = paths.find((path) => existsSync(join(folder, path)));
  if (there !== undefined) throw new Error(`${join(folder, there)} is there already`);
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), files[path] ?? '');
  }
  return paths.map((path) => join(folder, path));
}
