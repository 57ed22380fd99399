import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { SandboxTask } from '../../platform/sandbox/sandbox-task';

/** Accessible to a screen reader (PDF/UA-1, ISO 14289-1). */
const STANDARD = 'ua-1';

interface PaperToPrint {
  readonly template: string;
  readonly data: { readonly date: readonly number[] };
}

let compiler: Promise<NodeCompiler> | null = null;

/** The compiler is large and loads with the first paper. */
const getCompiler = (): Promise<NodeCompiler> =>
  (compiler ??= import('@myriaddreamin/typst-ts-node-compiler').then((typst) => typst.NodeCompiler.create()));

/** A Typst template turned into PDF. */
export const PRINT_PAPER: SandboxTask<PaperToPrint, Uint8Array> = {
  name: 'paper.print',
  lane: 'papers',
  mostMs: 60_000,
  async perform({ template, data }) {
    const [year = 1970, month = 1, day = 1] = data.date;
    const source = { mainFileContent: template, inputs: { data: JSON.stringify(data) } };
    return (await getCompiler()).pdf(source, {
      pdfStandard: STANDARD,
      creationTimestamp: Date.UTC(year, month - 1, day) / 1000,
    });
  },
};
