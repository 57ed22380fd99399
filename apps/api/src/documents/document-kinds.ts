/** What a document is. */
export const DOCUMENT_KINDS = [
  'certificate',
  'order',
  'report',
  'identity-paper',
  'letter-received',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Why the bytes of a document are destroyed at once. */
export const DESTRUCTION_REASONS = ['image-of-abuse', 'recording', 'wrong-child', 'no-ground'] as const;
export type DestructionReason = (typeof DESTRUCTION_REASONS)[number];

/** Bytes of a file as it is sent; a scanned report of fifty pages has some five million. */
export const MOST_FILE_BYTES = 10_000_000;
/** The same in base64. */
export const MOST_FILE_TEXT = Math.ceil(MOST_FILE_BYTES / 3) * 4;

/** Bytes of what is made of it: a picture of few colours may grow when it is drawn anew. */
export const MOST_CLEANED_BYTES = 20_000_000;

/** Of one case. */
export const MOST_DOCUMENTS = 200;
export const MOST_VERSIONS = 20;
/** Of all documents of a case that are kept, old versions too. */
export const MOST_CASE_BYTES = 250_000_000;
