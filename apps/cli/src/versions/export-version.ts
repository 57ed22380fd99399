import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Command } from '../command';
import { readVersion, writeVersion } from './version-files';

/** Writes the files of a version, as they are, into `folder/protocol/version`: what `publish` and the server's import take. */
export const exportVersion: Command = (args, print) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { folder: { type: 'string', default: 'protocols' } },
    allowPositionals: true,
  });
  const [name = '', to] = positionals;
  const [, protocol, version] = /^([a-z0-9-]+)@([0-9][\w.+-]*)$/.exec(name) ?? [];
  if (protocol === undefined || version === undefined || to === undefined) {
    throw new Error('A version and a folder to write it to: protection@1.0.0 elsewhere');
  }
  for (const path of writeVersion(
    join(to, protocol, version),
    readVersion(join(values.folder, protocol, version)),
  )) {
    print(path);
  }
  return 0;
};
