import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const api = fileURLToPath(new URL('../../apps/api/src', import.meta.url));

/** By name of a schema: the file of the API whose class it is, without its suffix, `cases/page/case-file`. */
export function sourcesOfSchemas() {
  const files = readdirSync(api, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .sort();
  const sources = new Map();
  for (const file of files)
    for (const [, name] of readFileSync(join(api, file), 'utf8').matchAll(/^(?:export )?class (\w+)Dto\b/gm))
      // Classes of one name are the same class, a test says.
      if (!sources.has(name)) sources.set(name, file.replace(/(\.(dto|controller))?\.ts$/, ''));
  return sources;
}
