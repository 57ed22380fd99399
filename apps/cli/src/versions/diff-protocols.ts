import { parseArgs } from 'node:util';
import { diffVersions, protectsLess } from '@repere/protocol';
import type { Command } from '../command';
import { findVersion } from './find-version';
import { printDiff } from './print-diff';

/** Prints what differs between two versions, gravest first; 1 when something protects less. */
export const diffProtocols: Command = (args, print) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'fr' },
      folder: { type: 'string', default: 'protocols' },
    },
    allowPositionals: true,
  });
  const [from, to] = positionals;
  if (from === undefined || to === undefined)
    throw new Error('Two versions: protection@1.0.0 protection@2.0.0');
  if (values.lang !== 'fr' && values.lang !== 'en') throw new Error('--lang is fr or en');
  const [before, after] = [findVersion(from, values.folder), findVersion(to, values.folder)];
  const diff = diffVersions(before.document, after.document, after.shared, {
    ...before.titles,
    ...after.titles,
  });
  if (values.json) print(JSON.stringify(diff, null, 2));
  else printDiff(diff, values.lang, print);
  return protectsLess(diff) ? 1 : 0;
};
