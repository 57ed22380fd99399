import type { SandboxTask } from '../../platform/sandbox/sandbox-task';
import { type CleanedFile, FileFaultError } from './cleaned-file';
import { cleanPicture } from './clean-picture';
import { cleanPdf } from './pdf/clean-pdf';

/**
 * A file as it may be kept: what it is, is read from its bytes and never from its name; pictures are drawn anew, also those in a PDF,
 * of which nothing stays that acts or tells of its making.
 */
export const CLEAN_FILE: SandboxTask<Uint8Array, CleanedFile> = {
  name: 'document.clean',
  lane: 'files',
  mostMs: 20_000,
  async perform(bytes) {
    try {
      return await cleanFile(bytes);
    } catch (error) {
      if (error instanceof FileFaultError) return { fault: error.fault };
      throw error;
    }
  },
};

async function cleanFile(bytes: Uint8Array): Promise<CleanedFile> {
  const { fileTypeFromBuffer } = await import('file-type');
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  if (mime === 'application/pdf') return { mediaType: mime, ...(await cleanPdf(bytes)) };
  if (mime === 'image/jpeg' || mime === 'image/png')
    return { mediaType: mime, bytes: await cleanPicture(bytes, mime), pages: null };
  if (mime === 'image/webp')
    return { mediaType: 'image/jpeg', bytes: await cleanPicture(bytes, 'image/jpeg'), pages: null };
  if (mime === undefined) throw new FileFaultError('not-taken');
  throw new FileFaultError(RECORDING.test(mime) ? 'recording' : HEIC.test(mime) ? 'heic' : 'not-taken');
}

/** What telephones take photographs in, and this library does not read. */
const HEIC = /^image\/hei[cf]$/;
/** Sound, moving pictures, and wrappings that hold one or the other. */
const RECORDING =
  /^(?:audio|video)\/|ogg|vnd\.ms-asf|x-shockwave-flash|mxf|vnd\.rn-realmedia|^image\/(?:gif|apng|hei[cf]-sequence)$/;
