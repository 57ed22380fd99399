import { deflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { loadedPdf, MAKER, pdfOf, photo, picture } from '../testing/made-files';
import { CLEAN_FILE } from './clean-file.task';
import { type CleanedFile, MOST_PAGES } from './cleaned-file';

const clean = async (bytes: Uint8Array): Promise<CleanedFile> =>
  CLEAN_FILE.perform(bytes, { protocolsDir: '' });

async function cleaned(bytes: Uint8Array) {
  const file = await clean(bytes);
  if ('fault' in file) throw new Error(file.fault);
  return file;
}

/** Everything that a PDF holds, unpacked, as one text. */
async function insideOf(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => {
      if (!(object instanceof PDFRawStream)) return object.toString();
      const isPicture = [PDFName.of('DCTDecode'), PDFName.of('JBIG2Decode')].some(
        (it) => object.dict.lookup(PDFName.of('Filter')) === it,
      );
      const content = isPicture ? object.contents : decodePDFRawStream(object).decode();
      return `${object.dict.toString()} ${Buffer.from(content).toString('latin1')}`;
    })
    .join('\n');
}

describe('a file as it may be kept', () => {
  it.each([
    ['image/jpeg', photo],
    ['image/png', picture],
  ] as const)('draws %s anew, without where it was taken and by what', async (mediaType, make) => {
    const before = await make();
    expect((await sharp(before).metadata()).exif).toBeDefined();
    expect(before.includes(MAKER)).toBe(true);
    const file = await cleaned(before);
    expect(file).toMatchObject({ mediaType, pages: null });
    const about = await sharp(file.bytes).metadata();
    expect([about.exif, about.xmp, about.iptc, about.icc, about.orientation]).toEqual(
      Array(5).fill(undefined),
    );
    expect(Buffer.from(file.bytes).includes(MAKER)).toBe(false);
  });

  it('turns a photograph as it was held, and forgets how', async () => {
    const about = await sharp((await cleaned(await photo(60, 40))).bytes).metadata();
    expect([about.width, about.height]).toEqual([40, 60]);
  });

  it('leaves out what follows a picture', async () => {
    const file = await cleaned(Buffer.concat([await photo(), Buffer.from('<script>hidden</script>')]));
    expect(Buffer.from(file.bytes).includes('hidden')).toBe(false);
  });

  it('keeps of a PDF what its pages show, and nothing that acts, is attached or tells of its making', async () => {
    const before = await loadedPdf('Certificat medical');
    const inside = await insideOf(before);
    for (const it of ['JavaScript', 'Launch', 'EmbeddedFile', MAKER]) expect(inside).toContain(it);
    const file = await cleaned(before);
    expect(file).toMatchObject({ mediaType: 'application/pdf', pages: 1 });
    const after = await insideOf(file.bytes);
    for (const it of [
      'JavaScript',
      '/JS',
      'Launch',
      'EmbeddedFile',
      'Filespec',
      '/AA',
      'OpenAction',
      'AcroForm',
    ])
      expect(after).not.toContain(it);
    for (const it of [MAKER, 'Exif', 'Dr Secret', 'Titre', 'CreationDate']) expect(after).not.toContain(it);
    expect(after).toContain(Buffer.from('Certificat medical').toString('hex').toUpperCase());
    expect(after).toContain(Buffer.from('Rempli a la main').toString('hex').toUpperCase());
    expect(after.match(/\/Subtype \/Image/g)).toHaveLength(1);
  });

  it('gives the same bytes for the same file', async () => {
    const before = await loadedPdf();
    expect(Buffer.from((await cleaned(before)).bytes).equals((await cleaned(before)).bytes)).toBe(true);
  });

  it('finds the picture behind a second packing, and refuses one in the midst of the lines', async () => {
    const packed = await PDFDocument.create();
    const page = packed.addPage([100, 100]);
    const image = packed.context.register(
      PDFRawStream.of(
        packed.context.obj({
          ...{ Type: 'XObject', Subtype: 'Image', Width: 60, Height: 40, BitsPerComponent: 8 },
          ...{ ColorSpace: 'DeviceRGB', Filter: ['FlateDecode', 'DCTDecode'] },
        }),
        deflateSync(await photo()),
      ),
    );
    page.node.newXObject('Photo', image);
    expect(await insideOf((await cleaned(await packed.save())).bytes)).not.toContain(MAKER);

    const inline = await PDFDocument.create();
    const lines = `q BI /W 60 /H 40 /CS /RGB /BPC 8 /F /D#43T ID ${(await photo()).toString('latin1')} EI Q`;
    const content = inline.context.register(inline.context.flateStream(Buffer.from(lines, 'latin1')));
    inline.addPage([100, 100]).node.set(PDFName.of('Contents'), content);
    expect(await clean(await inline.save())).toEqual({ fault: 'unread-picture' });
  });

  it('keeps a scan of dots, and refuses a comment among them, also in what its pages share', async () => {
    const dots = Buffer.concat([segment(0, 48), segment(1, 38), segment(2, 49)]);
    const comment = segment(3, 62, 'Photographie par Dr Secret');
    expect(await insideOf((await cleaned(await scan(dots))).bytes)).toContain('JBIG2Decode');
    expect(await cleaned(await scan(dots, segment(0, 0)))).toMatchObject({ pages: 1 });
    const refused = { fault: 'unread-picture' };
    for (const wrong of [
      Buffer.concat([dots, comment]),
      Buffer.concat([comment, dots]),
      Buffer.concat([dots, Buffer.from('Dr Secret')]),
      Buffer.concat([dots, Buffer.from('Dr Secret, Paris')]),
      dots.subarray(0, -1),
    ])
      expect(await clean(await scan(wrong))).toEqual(refused);
    expect(await clean(await scan(dots, comment))).toEqual(refused);
  });

  it.each([
    [
      'heic',
      'a photograph of an iPhone',
      () => Buffer.from('0000001866747970' + '686569630000000068656963' + '6d696631', 'hex'),
    ],
    ['not-taken', 'a text', () => Buffer.from('%PD: a text that is called certificate.pdf')],
    ['not-taken', 'nothing', () => Buffer.alloc(0)],
    ['not-taken', 'a page of the web', () => Buffer.from('<html><script>1</script></html>')],
    ['not-taken', 'an archive', () => Buffer.from('504b0506' + '00'.repeat(18), 'hex')],
    [
      'recording',
      'moving pictures',
      () => Buffer.from('0000001866747970' + '6d703432000000006d70343269736f6d', 'hex'),
    ],
    ['recording', 'sound', () => Buffer.from('fffb9064' + '00'.repeat(500), 'hex')],
    [
      'recording',
      'sound that is not packed',
      () => Buffer.from('RIFF\x24\0\0\0WAVEfmt \x10\0\0\0', 'latin1'),
    ],
    ['recording', 'pictures that move', () => Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')],
    ['broken', 'the beginning of a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog')],
    ['broken', 'a PDF cut in two', async () => (await loadedPdf()).subarray(0, 400)],
    ['unread-picture', 'half a photograph', async () => (await photo(600, 400)).subarray(0, 1_200)],
    ['too-many-pages', 'a book', () => pdfOf(MOST_PAGES + 1)],
    ['locked', 'a PDF with a password', lockedPdf],
    ['too-many-pixels', 'a bomb of pixels', bomb],
  ] as const)('refuses as %s: %s', async (fault, _what, make) => {
    expect(await clean(await make())).toEqual({ fault });
  });
});

/** A segment of JBIG2 (ITU-T T.88, 7.2) on the first page. */
function segment(number: number, type: number, data = 'dots'): Buffer {
  const head = Buffer.alloc(11);
  head.writeUInt32BE(number, 0);
  head.writeUInt8(type, 4);
  head.writeUInt8(1, 6);
  head.writeUInt32BE(data.length, 7);
  return Buffer.concat([head, Buffer.from(data)]);
}

async function scan(dots: Buffer, shared?: Buffer): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  const globals = shared && context.register(PDFRawStream.of(context.obj({}), shared));
  const image = PDFRawStream.of(
    context.obj({
      ...{ Type: 'XObject', Subtype: 'Image', Width: 8, Height: 8, BitsPerComponent: 1 },
      ...{ ColorSpace: 'DeviceGray', Filter: 'JBIG2Decode' },
      ...(globals && { DecodeParms: { JBIG2Globals: globals } }),
    }),
    dots,
  );
  pdf.addPage([100, 100]).node.newXObject('Scan', context.register(image));
  return pdf.save();
}

async function lockedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  await pdf.encrypt({ userPassword: 'u', ownerPassword: 'o', permissions: {} });
  return pdf.save();
}

/** A few kilobytes that unpack into gigabytes. */
function bomb(): Promise<Buffer> {
  return sharp({
    create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .png()
    .toBuffer();
}
