import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** Accessible to a screen reader (PDF/UA-1, ISO 14289-1). */
const STANDARD = 'ua-1';
const COMPILER = '@myriaddreamin/typst-ts-node-compiler';

/** Runs in a thread of its own: a long paper takes seconds, and whoever else asks for something must not wait for it. */
const PRINTER = `
  const { createRequire } = require('node:module');
  const { parentPort, workerData } = require('node:worker_threads');
  const compiler = createRequire(workerData)('${COMPILER}').NodeCompiler.create();
  parentPort.on('message', ({ id, source, options }) => {
    try {
      parentPort.postMessage({ id, pdf: compiler.pdf(source, options) });
    } catch (error) {
      parentPort.postMessage({ id, fault: String(error.message ?? error) });
    }
  });`;

interface Printed {
  readonly id: number;
  readonly pdf?: Uint8Array;
  /** What the compiler says. */
  readonly fault?: string;
}

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** Turns Typst templates into PDF. The compiler is large and loads when the first paper is asked for. */
@Injectable()
export class PrintPaper implements OnApplicationShutdown {
  private printer: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** A PDF. `data` goes in as JSON, so that no text is read as markup. The same data give the same bytes. */
  print(template: string, data: { readonly date: readonly number[] }): Promise<Buffer> {
    const [year = 1970, month = 1, day = 1] = data.date;
    const id = ++this.last;
    return new Promise<Buffer>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.printer ??= this.start();
      this.printer.postMessage({
        id,
        source: { mainFileContent: template, inputs: { data: JSON.stringify(data) } },
        options: { pdfStandard: STANDARD, creationTimestamp: Date.UTC(year, month - 1, day) / 1000 },
      });
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.printer?.terminate();
  }

  private start(): Worker {
    // Where our own program stands: the compiler is found from there, bundled or not.
    const printer = new Worker(PRINTER, { eval: true, workerData: process.argv[1] ?? `${process.cwd()}/` });
    printer.unref();
    printer.on('message', ({ id, pdf, fault }: Printed) => {
      const asked = this.waiting.get(id);
      this.waiting.delete(id);
      if (pdf) asked?.resolve(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
      else asked?.reject(new Error(fault));
    });
    printer.once('error', (error) => this.end(error));
    printer.once('exit', () => this.end(new Error('the printer has stopped')));
    return printer;
  }

  /** The next paper gets a new one. */
  private end(error: unknown): void {
    this.printer = null;
    const asked = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of asked) reject(error instanceof Error ? error : new Error(String(error)));
  }
}
