import { checkProtocol } from './check-protocol';
import { checkShared } from './check-shared';
import type { Problem } from './document';
import type { Library } from './load-library';

/** Every problem of a library: form, English, meaning. In the order of files, lines and columns. */
export function checkLibrary(library: Library): readonly Problem[] {
  const { shared, sources, documents, loadedShared, loadedProtocols } = library;
  const found = [
    ...library.problems,
    ...checkShared(loadedShared, sources, documents),
    ...(shared
      ? loadedProtocols.flatMap((loaded) => checkProtocol(loaded, { shared, sources, documents }))
      : []),
  ];
  return found.sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}
