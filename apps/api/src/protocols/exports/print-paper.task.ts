import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { SandboxTask } from '../../platform/sandbox/sandbox-task';

/** Accessible to a screen reader (PDF/UA-1, ISO 14289-1). */
const STANDARD = 'ua-1';

interface PaperToPrint {
  readonly template: string;
  readonly data: { readonly date: readonly number[] };
  /** Labels of the template of which is asked where they came to stand, each a page and points from its top. */
  readonly marks: readonly string[];
}

/** Page, from 1, and points from its top. */
export type PlaceOnPaper = readonly [page: number, down: number];

let compiler: Promise<NodeCompiler> | null = null;

/** The compiler is large and loads with the first paper. */
const getCompiler = (): Promise<NodeCompiler> =>
  (compiler ??= import('@myriaddreamin/typst-ts-node-compiler').then((typst) => typst.NodeCompiler.create()));

interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly places: readonly PlaceOnPaper[];
}

/** A Typst template turned into PDF. */
export const PRINT_PAPER: SandboxTask<PaperToPrint, Printed> = {
  name: 'paper.print',
  lane: 'papers',
  mostMs: 60_000,
  async perform({ template, data, marks }) {
    const [year = 1970, month = 1, day = 1] = data.date;
    const source = { mainFileContent: template, inputs: { data: JSON.stringify(data) } };
    const typst = await getCompiler();
    const laidOut = typst.compile(source).result;
    // What can't be laid out is asked for again, so that the compiler says why.
    const pdf = typst.pdf(laidOut ?? source, {
      pdfStandard: STANDARD,
      creationTimestamp: Date.UTC(year, month - 1, day) / 1000,
    });
    const places = laidOut ? marks.map((mark) => placeOf(typst, laidOut, mark)) : [];
    return { pdf, pages: laidOut?.numOfPages ?? 0, places };
  },
};

function placeOf(typst: NodeCompiler, laidOut: NodeTypstDocument, mark: string): PlaceOnPaper {
  // eslint-disable-next-line no-restricted-syntax -- a query of the paper, and of no table
  const found = typst.query(laidOut, { selector: `<${mark}>`, field: 'value' }) as readonly PlaceOnPaper[];
  const [place] = found;
  if (!place) throw new Error(`a template without <${mark}>`);
  return place;
}
