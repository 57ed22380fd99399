import { text, type Text } from '@repere/feel';
import { checkOverlay } from '../overlays/check-overlay';
import { checkParts } from '../parts/check-parts';
import { checkProtocol } from './check-protocol';
import { checkShared } from './check-shared';
import type { Problem } from '../documents/document';
import type { LoadedProtocol } from '../load/load-protocol';
import type { LoadedOverlay } from '../overlays/load-overlay';
import type { Library } from '../load/load-library';

/** Every problem of a library: form, English, meaning. In the order of files, lines and columns. */
export function checkLibrary(library: Library): readonly Problem[] {
  const { shared, sources, documents, parts, loadedShared, loadedParts, loadedProtocols, overlays } = library;
  const surroundings = shared && { shared, sources, documents, parts };
  const meant = [
    ...checkShared(loadedShared, sources, documents),
    ...(surroundings ? checkParts(loadedParts, surroundings) : []),
    ...(surroundings ? loadedProtocols.flatMap((loaded) => checkProtocol(loaded, surroundings)) : []),
    ...(surroundings ? overlays.flatMap((loaded) => checkOverlay(loaded, surroundings)) : []),
    ...loadedProtocols.flatMap(checkPlace),
    ...checkOnceEach(loadedProtocols),
    ...checkOverlaysOnce(overlays),
  ];
  const found = [
    ...library.problems,
    ...meant.filter(({ message }) => !speaksOfUnread(message, loadedProtocols)),
  ];
  return found.sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** What others say of a protocol whose own form is wrong would be guesses: it seems not to be there. */
function speaksOfUnread(message: Text, loadedProtocols: readonly LoadedProtocol[]): boolean {
  return loadedProtocols.some(({ document, source }) => {
    const folder = source.file.split('/').at(-3);
    return document === undefined && folder !== undefined && message.en.includes(folder);
  });
}

/** The folders say which protocol and version lie in them, and the file says the same. */
function checkPlace({ document, source }: LoadedProtocol): readonly Problem[] {
  if (!document) return [];
  const folders = source.file.split('/').slice(-3, -1);
  const said = [document.protocol, document.version];
  return (['protocol', 'version'] as const).flatMap((key, index) => {
    if (folders[index] === undefined || folders[index] === said[index]) return [];
    const message = text(
      `Le dossier dit \`${folders[index]}\`, le fichier \`${said[index]}\`.`,
      `The folder says \`${folders[index]}\`, the file \`${said[index]}\`.`,
    );
    const remedy = text(
      `Écrivez \`${key}: ${folders[index]}\`, ou renommez le dossier.`,
      `Write \`${key}: ${folders[index]}\`, or rename the folder.`,
    );
    return [
      {
        file: source.file,
        ...source.at([key]),
        code: 'other-folder',
        message,
        remedy,
        severity: 'error' as const,
      },
    ];
  });
}

/** A version exists once: published, it doesn't change, and two can't be told apart by the cases that run it. */
function checkOnceEach(loadedProtocols: readonly LoadedProtocol[]): readonly Problem[] {
  const first = new Map<string, string>();
  return loadedProtocols.flatMap(({ document, source }) => {
    if (!document) return [];
    const name = `${document.protocol}@${document.version}`;
    const other = first.get(name);
    if (other === undefined) first.set(name, source.file);
    if (other === undefined) return [];
    const message = text(`\`${name}\` est déjà dans ${other}.`, `\`${name}\` is already in ${other}.`);
    const remedy = text('Donnez-lui un numéro de version à lui.', 'Give it a version of its own.');
    const at = source.at(['version']);
    return [
      { file: source.file, ...at, code: 'duplicate-version', message, remedy, severity: 'error' as const },
    ];
  });
}

/** Of one territory, each overlay of a protocol has its own number. */
function checkOverlaysOnce(overlays: readonly LoadedOverlay[]): readonly Problem[] {
  const first = new Map<string, string>();
  return overlays.flatMap(({ overlay, source }) => {
    if (!overlay) return [];
    const { protocol, major, territory, number } = overlay;
    const name = `${protocol}@${major} ${territory} ${number}`;
    const other = first.get(name);
    if (other === undefined) first.set(name, source.file);
    if (other === undefined) return [];
    const message = text(
      `${other} est déjà l’adaptation ${number} de \`${protocol}@${major}\` pour ${territory}.`,
      `${other} is already overlay ${number} of \`${protocol}@${major}\` in ${territory}.`,
    );
    const remedy = text(
      `Écrivez \`number: ${number + 1}\`, pour que les dossiers ouverts gardent l’autre.`,
      `Write \`number: ${number + 1}\`, so that open cases keep the other.`,
    );
    const at = source.at(['overlay', 'number']);
    return [
      { file: source.file, ...at, code: 'duplicate-version', message, remedy, severity: 'error' as const },
    ];
  });
}
