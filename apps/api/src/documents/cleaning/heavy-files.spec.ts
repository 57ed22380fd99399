import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Configuration } from '../../platform/settings/configuration';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { compilerSettings } from '../../testing/run-program';
import { photo } from '../testing/made-files';
import { CLEAN_FILE } from './clean-file.task';

/** The sandbox itself, from its source, in its own process. */
const SANDBOX = ['-r', require.resolve('@swc-node/register'), join(__dirname, '../../sandbox.ts')];

describe('files that are too much', () => {
  let sandbox: Sandbox;
  beforeAll(() => {
    process.env['SWC_NODE_PROJECT'] = compilerSettings(SANDBOX.at(-1) ?? '');
    sandbox = new Sandbox({ sandbox: SANDBOX, protocolsDir: 'protocols' } as unknown as Configuration);
  });
  afterAll(() => sandbox.onApplicationShutdown());

  it('end the process that cleans them and nothing else: the next is cleaned', async () => {
    const stopped = await sandbox.runTask(CLEAN_FILE, await bomb()).catch((error: unknown) => error);
    expect(stopped).toMatchObject({ name: 'WorkStopped', limit: expect.stringMatching(/memory|time/) });
    expect(await sandbox.runTask(CLEAN_FILE, await photo())).toMatchObject({ mediaType: 'image/jpeg' });
  });
});

/** Some kilobytes that unpack into two hundred megabytes, which unpack into two hundred gigabytes. */
async function bomb(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const packed = deflateSync(deflateSync(Buffer.alloc(2 ** 30)));
  const lines = PDFRawStream.of(pdf.context.obj({ Filter: ['FlateDecode', 'FlateDecode'] }), packed);
  for (let page = 0; page < 3; page++)
    pdf.addPage([100, 100]).node.set(PDFName.of('Contents'), pdf.context.register(lines));
  return pdf.save();
}
