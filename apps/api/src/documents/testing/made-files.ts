import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';

/** Where the pictures of tests say that they were taken; no test may find it again. */
export const PLACE = '48/1 51/1 24/1';
export const MAKER = 'PhoneOfTheTest';

const EXIF = {
  IFD0: { Make: MAKER, Software: MAKER },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: PLACE, GPSLongitudeRef: 'E', GPSLongitude: '2/1 21/1 3/1' },
};

/** A photograph of paper that says where it was taken; held on its side. */
export const photo = (width = 60, height = 40): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#c02020' } })
    .jpeg()
    .withExif(EXIF)
    .withMetadata({ orientation: 6 })
    .withExifMerge(EXIF)
    .toBuffer();

export const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 20, height: 30, channels: 3, background: '#2020c0' } })
    .png()
    .withExif(EXIF)
    .toBuffer();

/** A PDF with everything that must go: a photograph with its place, scripts, a file inside, words about its making. */
export async function loadedPdf(words = 'Certificat'): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setAuthor('Dr Secret');
  pdf.setTitle('Titre secret');
  pdf.addJavaScript('greet', 'app.alert("script")');
  await pdf.attach(await photo(), 'hidden.jpg', { mimeType: 'image/jpeg' });
  const page = pdf.addPage([300, 300]);
  page.drawText(words, { x: 20, y: 250, font: await pdf.embedFont(StandardFonts.Helvetica), size: 12 });
  page.drawImage(await pdf.embedJpg(await photo()), { x: 20, y: 20, width: 60, height: 40 });
  page.node.set(
    PDFName.of('AA'),
    pdf.context.obj({ O: { S: 'JavaScript', JS: PDFString.of('app.alert("opened")') } }),
  );
  pdf.getForm().createTextField('field').addToPage(page, { x: 100, y: 100, width: 120, height: 20 });
  pdf.getForm().getTextField('field').setText('Rempli a la main');
  pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj({ S: 'Launch', F: PDFString.of('calc.exe') }));
  return pdf.save();
}

/** An empty one of so many pages. */
export async function pdfOf(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let n = 0; n < pages; n++) pdf.addPage([100, 100]);
  return pdf.save();
}
