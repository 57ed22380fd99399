import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  type PDFPageLeaf,
  PDFStream,
} from '@cantoo/pdf-lib';
import { FileFaultError } from '../cleaned-file';

/** What a page is drawn from (ISO 32000-2, table 31); everything else of it goes. */
const OF_PAGE: ReadonlySet<string> = new Set([
  ...['Type', 'Parent', 'Resources', 'Contents', 'Group', 'Rotate', 'UserUnit'],
  ...['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'],
]);

/** Of a stream: what tells of its making or of a place, and what leads to other files. */
const NOT_OF_STREAM = [
  ...['Metadata', 'PieceInfo', 'LastModified', 'AF', 'OPI', 'Ref', 'Alternates', 'Measure', 'PtData', 'ID'],
  ...['F', 'FFilter', 'FDecodeParms', 'PS', 'OC', 'StructParent', 'StructParents'],
].map((name) => PDFName.of(name));

/** What must not be found at the end, wherever it hid. */
const NEVER: ReadonlySet<string> = new Set([
  'Action',
  'Annot',
  'EmbeddedFile',
  'Filespec',
  'Metadata',
  'Sig',
  'OCG',
  'OCMD',
  'ObjStm',
]);
const NEVER_DOES: ReadonlySet<string> = new Set([
  'JavaScript',
  'Launch',
  'URI',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Rendition',
  'Movie',
  'Sound',
]);

export function keepPageEntries(page: PDFPageLeaf): void {
  for (const key of page.keys()) if (!OF_PAGE.has(key.decodeText())) page.delete(key);
}

/** Before anything is copied: what a stream no longer names is not copied with it. */
export function stripStreams(context: PDFContext): void {
  for (const [, object] of context.enumerateIndirectObjects())
    for (const dict of dictsIn(object)) {
      if (object instanceof PDFStream && object.dict === dict)
        NOT_OF_STREAM.forEach((key) => dict.delete(key));
      // Lists of properties that parts of a page are marked with: layers, places, and whatever else.
      const resources = dict.lookup(PDFName.of('Resources'));
      if (resources instanceof PDFDict) resources.delete(PDFName.of('Properties'));
      // A font's, or whatever else has one.
      if (nameAt(dict.lookup(PDFName.of('Metadata')), 'Type') === 'Metadata')
        dict.delete(PDFName.of('Metadata'));
    }
}

/** The last look: what acts or attaches is in none of what was copied. */
export function refuseWhatActs(context: PDFContext): void {
  for (const [, object] of context.enumerateIndirectObjects())
    for (const dict of dictsIn(object)) {
      const [type, does] = [nameAt(dict, 'Type'), nameAt(dict, 'S')];
      if ((type !== null && NEVER.has(type)) || (does !== null && NEVER_DOES.has(does)))
        throw new FileFaultError('broken');
    }
}

/** The dictionaries of an object, also those that lie in others. */
function* dictsIn(object: PDFObject | undefined): Generator<PDFDict> {
  if (object instanceof PDFStream) yield* dictsIn(object.dict);
  else if (object instanceof PDFArray) for (const item of object.asArray()) yield* dictsIn(item);
  else if (object instanceof PDFDict) {
    yield object;
    for (const value of object.values()) yield* dictsIn(value);
  }
}

function nameAt(object: PDFObject | undefined, key: string): string | null {
  const dict = object instanceof PDFStream ? object.dict : object;
  const value = dict instanceof PDFDict ? dict.lookup(PDFName.of(key)) : undefined;
  return value instanceof PDFName ? value.decodeText() : null;
}
