import { createRequire } from 'node:module';
import type { SandboxTask } from '../../platform/sandbox/sandbox-task';

/** Accessible to a screen reader (PDF/UA-1, ISO 14289-1). */
const STANDARD = 'ua-1';
const COMPILER = '@myriaddreamin/typst-ts-node-compiler';

interface PaperToPrint {
  readonly template: string;
  readonly data: { readonly date: readonly number[] };
}

interface Compiler {
  pdf(source: object, options: object): Uint8Array;
  evictCache(maxAge: number): void;
}
let compiler: Compiler | null = null;

/** The compiler is large and loads with the first paper. Found from where our own program stands, bundled or not. */
function getCompiler(): Compiler {
  const from = createRequire(process.argv[1] ?? `${process.cwd()}/`);
  return (compiler ??= (from(COMPILER) as { NodeCompiler: { create(): Compiler } }).NodeCompiler.create());
}

/** A Typst template turned into PDF. */
export const PRINT_PAPER: SandboxTask<PaperToPrint, Uint8Array> = {
  name: 'paper.print',
  lane: 'papers',
  mostMs: 60_000,
  perform({ template, data }) {
    const [year = 1970, month = 1, day = 1] = data.date;
    const source = { mainFileContent: template, inputs: { data: JSON.stringify(data) } };
    return getCompiler().pdf(source, {
      pdfStandard: STANDARD,
      creationTimestamp: Date.UTC(year, month - 1, day) / 1000,
    });
  },
};
