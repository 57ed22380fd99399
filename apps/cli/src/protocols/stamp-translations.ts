import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadLibrary, stampTranslation } from '@repere/protocol';
import type { Command } from '../command';
import { readLibraryFiles } from './read-library-files';

/** Renews the stamps of every English file; 1 when some English is still to be corrected. */
export const stampTranslations: Command = (args, print) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { 'still-right': { type: 'string', multiple: true, default: [] } },
    allowPositionals: true,
  });
  const folder = positionals[0] ?? 'protocols';
  const files = readLibraryFiles(folder);
  const library = loadLibrary(files, '');
  const stillRight = new Set(values['still-right']);
  const read = [library.loadedShared, library.loadedParts, ...library.loadedProtocols];
  let left = 0;
  for (const { englishFile, translations } of read) {
    const text = files[englishFile];
    if (text === undefined || translations.length === 0) continue;
    const stamped = stampTranslation(text, translations, stillRight);
    if (stamped.text !== text) writeFileSync(join(folder, englishFile), stamped.text);
    for (const { key, fr, en } of stamped.stale)
      print(`${englishFile} ${key} is stale\n  fr: ${fr}\n  en: ${en}`);
    left += stamped.stale.length;
  }
  print(
    left === 0
      ? 'All English texts are stamped.'
      : `${left} texts: correct the English, or name them with --still-right.`,
  );
  return left === 0 ? 0 : 1;
};
