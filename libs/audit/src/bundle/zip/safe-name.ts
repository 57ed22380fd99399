import { unreadable } from '../reading/read-problem';

const LONGEST = 300;

/** The name of a file in an archive, only if it stays inside it: relative, `/` between its parts. Throws `Unreadable`. */
export function safeName(bytes: Uint8Array): string {
  const name = decode(bytes);
  const parts = name.replace(/\/$/, '').split('/');
  const isInside =
    name.length > 0 &&
    name.length <= LONGEST &&
    // Backslashes and drive letters climb out on Windows; control characters fool whoever reads the list.
    !/[\\:\p{Cc}]/u.test(name) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isInside)
    throw unreadable(
      `L’archive contient un nom de fichier interdit : ${JSON.stringify(name)}.`,
      `The archive holds a file name that is not allowed: ${JSON.stringify(name)}.`,
    );
  return name;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw unreadable(
      'L’archive contient un nom de fichier qui n’est pas en UTF-8.',
      'The archive holds a file name that is not in UTF-8.',
    );
  }
}
