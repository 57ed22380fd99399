import { unreadable } from '../reading/read-problem';

const LONGEST = 300;
/** Letters, digits and a few signs of ASCII: two names that look alike are one, and nothing climbs out. */
const NAME = /^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_@.+-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_@.+-]*)*$/;

/** The name of a file in an archive, only if it stays inside it and can be taken for no other. Throws `Unreadable`. */
export function safeName(bytes: Uint8Array): string {
  // Every byte is a letter of its own here: what is no ASCII fits no name.
  const name = String.fromCharCode(...bytes.subarray(0, LONGEST + 1));
  if (name.length <= LONGEST && NAME.test(name)) return name;
  throw unreadable(
    `L’archive contient un nom de fichier interdit : ${JSON.stringify(name)}.`,
    `The archive holds a file name that is not allowed: ${JSON.stringify(name)}.`,
  );
}

/** Refuses names that are the same on some computer: twice, in other capitals, or a file where another has a folder. */
export function checkDistinct(names: readonly string[]): void {
  const taken = new Map<string, 'file' | 'folder'>();
  for (const name of names) {
    const parts = name.toLowerCase().split('/');
    parts.forEach((_part, n) => {
      const path = parts.slice(0, n + 1).join('/');
      const is = n === parts.length - 1 ? 'file' : 'folder';
      const before = taken.get(path);
      if (before !== undefined && (is === 'file' || before === 'file')) throw twice(name);
      taken.set(path, is);
    });
  }
}

const twice = (file: string) =>
  unreadable(
    `L’archive contient deux fois ${file}, ou un nom qui se confond avec lui.`,
    `The archive holds ${file} twice, or a name that can be taken for it.`,
    { file },
  );
