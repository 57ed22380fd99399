import { EncryptedPDFError, ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import { FileFaultError, MOST_PAGES } from '../cleaned-file';
import { bakeAnnotations } from './bake-annotations';
import { cleanStreams } from './clean-streams';
import { keepPageEntries, refuseWhatActs, stripStreams } from './strip-entries';

interface CleanPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/**
 * The pages of a PDF in a new one. What stays is listed: what a page shows. Scripts, actions, attached files, links, bookmarks, layers,
 * signatures, and what it tells of who made it, when and where, are not copied; filled forms and stamps become part of the page.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<CleanPdf> {
  const source = await readPdf(bytes);
  const count = source.getPageCount();
  if (count === 0) throw new FileFaultError('broken');
  if (count > MOST_PAGES) throw new FileFaultError('too-many-pages');
  try {
    const clean = await copyPages(source);
    await cleanStreams(clean.context);
    refuseWhatActs(clean.context);
    return { bytes: await clean.save({ updateFieldAppearances: false }), pages: count };
  } catch (error) {
    throw error instanceof FileFaultError ? error : new FileFaultError('broken');
  }
}

async function readPdf(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    const source = await PDFDocument.load(bytes, {
      throwOnInvalidObject: true,
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
    });
    source.getPages();
    return source;
  } catch (error) {
    throw new FileFaultError(error instanceof EncryptedPDFError || isLocked(bytes) ? 'locked' : 'broken');
  }
}

/** What is locked can fail to be read before it says so; where it says so is never locked. */
const isLocked = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('/Encrypt');

async function copyPages(source: PDFDocument): Promise<PDFDocument> {
  for (const page of source.getPages()) {
    bakeAnnotations(page);
    keepPageEntries(page.node);
  }
  stripStreams(source.context);
  const clean = await PDFDocument.create({ updateMetadata: false });
  for (const page of await clean.copyPages(source, source.getPageIndices())) clean.addPage(page);
  return clean;
}
