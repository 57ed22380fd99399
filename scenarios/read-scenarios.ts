import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const PROTOCOLS = join(__dirname, '../protocols');

/** Scenarios of this folder: file name → text. */
export function readScenarios(): Readonly<Record<string, string>> {
  const names = readdirSync(__dirname).filter((it) => it.endsWith('.yaml'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(__dirname, name), 'utf8')]));
}

/** YAML files of `protocols/`: path inside it, with `/`, → text. */
export function readProtocols(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(PROTOCOLS, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(PROTOCOLS, path).split(sep).join('/')] = readFileSync(path, 'utf8');
  }
  return files;
}
