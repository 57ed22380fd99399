// Folders of ours where everybody may make folders: what is run or read from there must be what we put there.
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Somebody else made it, or may write into it: nothing in it is to be believed, and least of all run. */
export class NotOurFolder extends Error {
  constructor(path, why) {
    super(`${path} is not to be trusted: ${why}. Remove it, or set TMPDIR to a folder of your own.`);
  }
}

/**
 * The folder of this name in the temporary folder, made now or by us before, which nobody else can write into; throws
 * `NotOurFolder`. Only its owner can look inside, unless `mode` lets others read.
 */
export function ownFolder(name, { mode = 0o700, parent = tmpdir(), owner = process.getuid?.() } = {}) {
  const path = join(parent, owner === undefined ? name : `${name}-${owner}`);
  try {
    mkdirSync(path, { mode });
    // Whatever the umask leaves.
    chmodSync(path, mode);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  checkOwn(path, { mode, owner });
  return path;
}

/** Throws `NotOurFolder` unless it is a folder itself, of this owner, and grants no more than `mode`. */
export function checkOwn(path, { mode = 0o700, owner = process.getuid?.() } = {}) {
  const found = lstatSync(path);
  if (!found.isDirectory()) throw new NotOurFolder(path, 'it is no folder but a link or a file');
  // Windows: the temporary folder is one's own.
  if (owner === undefined) return;
  if (found.uid !== owner) throw new NotOurFolder(path, `it belongs to user ${found.uid}, not to ${owner}`);
  const granted = found.mode & 0o7777 & ~mode;
  if (granted !== 0)
    throw new NotOurFolder(path, `others may more in it than they should (${found.mode.toString(8)})`);
}
