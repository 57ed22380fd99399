import type { DossierDocument } from './dossier-document';

/**
 * Characters that hide text or turn its direction (Unicode UAX 9 controls, zero-width, C0 and C1 controls): in a paper for a
 * judge they are shown as what they are, a sign that something stood there. Line breaks stay.
 */
const HIDING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Surrogate}/gu;

/** The document with each hiding character replaced by U+FFFD. */
export function plainDocument(document: DossierDocument): DossierDocument {
  return JSON.parse(
    JSON.stringify(document, (_key, value: unknown) =>
      typeof value === 'string' ? value.replace(HIDING, '\ufffd') : value,
    ),
  ) as DossierDocument;
}
