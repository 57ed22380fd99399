import {
  concatTransformationMatrix,
  drawObject,
  type PDFContext,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRef,
  PDFStream,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';

/** Flags of an annotation that nobody sees on a screen (ISO 32000-2, 12.5.3): hidden, no view. */
const UNSEEN = 2 | 32;
/** Drawn by whoever shows it, or leading elsewhere. */
const NOT_OF_THE_PAGE: readonly string[] = [
  'Popup',
  'Link',
  'FileAttachment',
  'Sound',
  'Movie',
  'Screen',
  'RichMedia',
  '3D',
];

type Box = readonly [left: number, bottom: number, right: number, top: number];

/** What is seen of filled fields, stamps and notes becomes part of the page: a certificate that was filled in stays so. */
export function bakeAnnotations(page: PDFPage): void {
  const all = page.node.Annots();
  for (let at = 0; at < (all?.size() ?? 0); at++) {
    const annotation = all?.lookupMaybe(at, PDFDict);
    const seen = annotation && appearanceOf(annotation);
    const rect = annotation && boxOf(annotation.lookupMaybe(PDFName.of('Rect'), PDFArray));
    if (!seen || !rect) continue;
    const drawn = placedIn(rect, seen.form);
    if (!drawn) continue;
    const name = page.node.newXObject('Baked', seen.ref);
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(...drawn),
      drawObject(name),
      popGraphicsState(),
    );
  }
}

interface Appearance {
  readonly ref: PDFRef;
  readonly form: PDFStream;
}

/** How it looks now: its one appearance, or that of its state. */
function appearanceOf(annotation: PDFDict): Appearance | null {
  const flags = annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0;
  const kind = annotation.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText() ?? '';
  if ((flags & UNSEEN) !== 0 || NOT_OF_THE_PAGE.includes(kind)) return null;
  const looks = annotation.lookupMaybe(PDFName.of('AP'), PDFDict);
  const normal = looks?.get(PDFName.of('N'));
  const found = streamAt(annotation.context, normal);
  if (found || !(normal instanceof PDFRef || normal instanceof PDFDict)) return found;
  const states = annotation.context.lookup(normal);
  const state = annotation.lookupMaybe(PDFName.of('AS'), PDFName);
  return states instanceof PDFDict && state ? streamAt(annotation.context, states.get(state)) : null;
}

function streamAt(context: PDFContext, at: unknown): Appearance | null {
  if (!(at instanceof PDFRef)) return null;
  const form = context.lookup(at);
  return form instanceof PDFStream ? { ref: at, form } : null;
}

/** The matrix that brings a form's box, turned by its own matrix, to where the annotation is (12.5.5). */
function placedIn(rect: Box, form: PDFStream): [number, number, number, number, number, number] | null {
  const box = boxOf(form.dict.lookupMaybe(PDFName.of('BBox'), PDFArray));
  if (!box) return null;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] =
    numbersOf(form.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray)) ?? [];
  const corners = [
    [box[0], box[1]],
    [box[0], box[3]],
    [box[2], box[1]],
    [box[2], box[3]],
  ] as const;
  const across = corners.map(([x, y]) => a * x + c * y + e);
  const up = corners.map(([x, y]) => b * x + d * y + f);
  const [left, bottom] = [Math.min(...across), Math.min(...up)];
  const [width, height] = [Math.max(...across) - left, Math.max(...up) - bottom];
  if (width === 0 || height === 0) return null;
  const [wide, high] = [(rect[2] - rect[0]) / width, (rect[3] - rect[1]) / height];
  return [wide, 0, 0, high, rect[0] - left * wide, rect[1] - bottom * high];
}

function boxOf(array: PDFArray | undefined): Box | null {
  const [x = NaN, y = NaN, z = NaN, w = NaN] = numbersOf(array) ?? [];
  if ([x, y, z, w].some(Number.isNaN)) return null;
  return [Math.min(x, z), Math.min(y, w), Math.max(x, z), Math.max(y, w)];
}

const numbersOf = (array: PDFArray | undefined): readonly number[] | null =>
  array ? array.asArray().map((_, at) => array.lookupMaybe(at, PDFNumber)?.asNumber() ?? NaN) : null;
