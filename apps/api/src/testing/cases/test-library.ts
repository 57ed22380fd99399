import { readLibrary, takeLibrary } from '../../protocols/read-library';
import { madeOnce } from '../database/made-once';

/** Each folder of protocols is read and checked once a run, not once a file; throws when it is faulty. */
export function readLibraryOnce(protocolsDir: string): void {
  takeLibrary(
    protocolsDir,
    madeOnce(`protocols of ${protocolsDir}`, () => readLibrary(protocolsDir)),
  );
}
