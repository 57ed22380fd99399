import { Injectable } from '@nestjs/common';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Accessible to a screen reader (PDF/UA-1, ISO 14289-1). */
const STANDARD = 'ua-1';

/** Turns Typst templates into PDF. The compiler is large and loads when the first paper is asked for. */
@Injectable()
export class PrintPaper {
  private compiler: Promise<NodeCompiler> | null = null;

  /** A PDF. `data` goes in as JSON, so that no text is read as markup. The same data give the same bytes. */
  async print(template: string, data: { readonly date: readonly number[] }): Promise<Buffer> {
    this.compiler ??= import('@myriaddreamin/typst-ts-node-compiler').then((typst) => typst.NodeCompiler.create());
    const compiler = await this.compiler;
    const [year = 1970, month = 1, day = 1] = data.date;
    return compiler.pdf(
      { mainFileContent: template, inputs: { data: JSON.stringify(data) } },
      { pdfStandard: STANDARD, creationTimestamp: Date.UTC(year, month - 1, day) / 1000 },
    );
  }
}
