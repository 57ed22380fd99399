import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_KINDS, fileSchema } from '@repere/protocol';
import type { Command } from '../command';

/** Writes `schema/<kind>.schema.json`, from which editors complete. */
export const publishSchemas: Command = ([folder = 'protocols'], print) => {
  mkdirSync(join(folder, 'schema'), { recursive: true });
  for (const kind of FILE_KINDS) {
    const path = join(folder, 'schema', `${kind}.schema.json`);
    writeFileSync(path, `${JSON.stringify(fileSchema(kind), null, 2)}\n`);
    print(path);
  }
  return 0;
};
