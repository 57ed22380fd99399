/** What is kept of files: pages and pictures. */
export const DOCUMENT_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** Pages of a PDF; a thick report has half as many. */
export const MOST_PAGES = 200;
/** Of one picture; the largest cameras of phones have fewer. */
export const MOST_PIXELS = 60_000_000;
/** Of all pictures of a PDF together. */
export const MOST_PIXELS_IN_PDF = 600_000_000;

/** Why a file is not kept. `recording`: sound or moving pictures, whatever is in them (G11). */
export const FILE_FAULTS = [
  'recording',
  'heic',
  'not-taken',
  'locked',
  'broken',
  'too-many-pages',
  'too-many-pixels',
  'unread-picture',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** A file without what it must not carry, or why it is not kept. Plain data: it comes from another process. */
export type CleanedFile =
  | {
      readonly mediaType: DocumentType;
      readonly bytes: Uint8Array;
      /** Of a PDF. */
      readonly pages: number | null;
    }
  | { readonly fault: FileFault };

/** The same, while it is found. */
export class FileFaultError extends Error {
  override readonly name = 'FileFaultError';

  constructor(readonly fault: FileFault) {
    super(fault);
  }
}
