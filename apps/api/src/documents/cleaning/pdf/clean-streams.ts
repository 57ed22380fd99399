import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { FileFaultError, MOST_PIXELS_IN_PDF } from '../cleaned-file';
import { jpegOf, openPicture } from '../clean-picture';
import { isDrawingAlone } from './jbig2-segments';

const JPEG: ReadonlySet<string> = new Set(['DCTDecode', 'DCT']);
const JBIG2 = 'JBIG2Decode';
/** Packings that hold bytes or dots and no word of their making; JBIG2 may, and is looked through. */
const PLAIN: ReadonlySet<string> = new Set([
  ...['FlateDecode', 'Fl', 'LZWDecode', 'LZW', 'RunLengthDecode', 'RL', 'CCITTFaxDecode', 'CCF', JBIG2],
  ...['ASCII85Decode', 'A85', 'ASCIIHexDecode', 'AHx'],
]);
/** Packings of dots, which this library does not unpack. */
const DOTS: ReadonlySet<string> = new Set(['CCITTFaxDecode', 'CCF', JBIG2]);
/** A picture in the midst of a page's lines, packed as JPEG; names may be written with escapes. */
const JPEG_IN_LINES = /\/(?:D|#44)(?:C|#43)(?:T|#54)(?:[\s/\]<>]|D|#44)/;

/**
 * Draws each JPEG of a PDF anew; refuses packings that it does not know, and pictures in which something could hide unseen. Dots that are
 * packed without loss (Flate, LZW, fax) have no place for words, and stay as they are.
 */
export async function cleanStreams(context: PDFContext): Promise<void> {
  let drawn = 0;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const filters = filtersOf(object.dict);
    const last = filters.at(-1) ?? '';
    const before = JPEG.has(last) ? filters.slice(0, -1) : filters;
    if (before.some((it) => !PLAIN.has(it))) throw new FileFaultError('unread-picture');
    if (filters.includes(JBIG2)) refuseWordsInDots(object, filters);
    if (JPEG.has(last)) {
      drawn += await drawAnew(context, ref, object, before);
      if (drawn > MOST_PIXELS_IN_PDF) throw new FileFaultError('too-many-pixels');
    } else if (!isPicture(object.dict) && !before.some((it) => DOTS.has(it))) refuseJpegInLines(object);
  }
}

/** How many pixels it has. */
async function drawAnew(
  context: PDFContext,
  ref: PDFRef,
  stream: PDFRawStream,
  before: readonly string[],
): Promise<number> {
  const { image, about } = await openPicture(unpacked(stream, before));
  const isGrey = about.channels === 1;
  const bytes = await jpegOf(image.toColourspace(isGrey ? 'b-w' : 'srgb'));
  const dict = stream.dict.clone(context);
  dict.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
  dict.delete(PDFName.of('DecodeParms'));
  // Four inks have become three lights.
  if (about.channels === 4) {
    dict.set(PDFName.of('ColorSpace'), PDFName.of('DeviceRGB'));
    dict.delete(PDFName.of('Decode'));
  }
  context.assign(ref, PDFRawStream.of(dict, bytes));
  return about.width * about.height;
}

/** A comment among the dots of a scan, or in what several of its pages share. */
function refuseWordsInDots(stream: PDFRawStream, filters: readonly string[]): void {
  const shared = sharedDots(stream.dict);
  const all = [
    unpacked(stream, filters.slice(0, -1)),
    ...shared.map((it) => decodePDFRawStream(it).decode()),
  ];
  if (filters.at(-1) !== JBIG2 || !all.every(isDrawingAlone)) throw new FileFaultError('unread-picture');
}

function sharedDots(dict: PDFDict): readonly PDFRawStream[] {
  const parms = dict.lookup(PDFName.of('DecodeParms'));
  const all = parms instanceof PDFArray ? parms.asArray().map((_, at) => parms.lookup(at)) : [parms];
  return all.flatMap((it) => {
    const shared = it instanceof PDFDict ? it.lookup(PDFName.of('JBIG2Globals')) : undefined;
    if (shared !== undefined && !(shared instanceof PDFRawStream)) throw new FileFaultError('unread-picture');
    return shared ?? [];
  });
}

function unpacked(stream: PDFRawStream, before: readonly string[]): Uint8Array {
  if (before.length === 0) return stream.contents;
  if (before.some((it) => DOTS.has(it))) throw new FileFaultError('unread-picture');
  const dict = stream.dict.clone();
  dict.set(PDFName.of('Filter'), dict.context.obj(before.map((it) => PDFName.of(it))));
  return decodePDFRawStream(PDFRawStream.of(dict, stream.contents)).decode();
}

function refuseJpegInLines(stream: PDFRawStream): void {
  const lines = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  if (JPEG_IN_LINES.test(lines)) throw new FileFaultError('unread-picture');
}

const isPicture = (dict: PDFDict): boolean => dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image');

function filtersOf(dict: PDFDict): readonly string[] {
  const filter = dict.lookup(PDFName.of('Filter'));
  if (filter === undefined) return [];
  const names = filter instanceof PDFArray ? filter.asArray().map((_, at) => filter.lookup(at)) : [filter];
  return names.map((it) => {
    if (it instanceof PDFName) return it.decodeText();
    throw new FileFaultError('broken');
  });
}
