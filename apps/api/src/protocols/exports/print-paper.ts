import { Injectable } from '@nestjs/common';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { WorkStopped } from '../../platform/sandbox/sandbox-task';
import { Refusal } from '../../platform/refusals/refusal';
import { type PlaceOnPaper, PRINT_PAPER } from './print-paper.task';

/** What the paper's fonts can't draw is named in the compiler's refusal: "the text `…` could not be displayed". */
const NOT_DRAWN = /the text `+"?(.+?)"?`+ could not be displayed/gu;
const INSTEAD = '\ufffd';
const MOST_TRIES = 4;

interface PaperData {
  /** Year, month, day. */
  readonly date: readonly number[];
}

/** Turns Typst templates into PDF, where a long one holds up nobody. */
@Injectable()
export class PrintPaper {
  constructor(private readonly sandbox: Sandbox) {}

  /** A PDF. `data` goes in as JSON, so that no text is read as markup. The same data give the same bytes. */
  async print(template: string, data: PaperData): Promise<Buffer> {
    return (await this.printPages(template, data)).pdf;
  }

  /** The same, with how many pages it has, and where these labels of the template came to stand. */
  async printPages(
    template: string,
    data: PaperData,
    marks: readonly string[] = [],
  ): Promise<{
    readonly pdf: Buffer;
    readonly pages: number;
    readonly places: readonly PlaceOnPaper[];
  }> {
    try {
      const { pdf, ...laidOut } = await this.sandbox.runTask(PRINT_PAPER, { template, data, marks });
      return { pdf: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength), ...laidOut };
    } catch (error) {
      throw error instanceof WorkStopped ? new Refusal('refused', { reasons: [TOO_LONG] }) : error;
    }
  }

  /** The same, where people wrote the text: signs that no font here has (an emoji, some scripts) stand as U+FFFD. */
  async printDrawn<D extends PaperData>(template: string, data: D): Promise<Buffer> {
    let printed = data;
    for (let tried = 1; ; tried++) {
      try {
        return await this.print(template, printed);
      } catch (error) {
        const drawn = without(printed, undrawnSigns(error));
        if (tried === MOST_TRIES || drawn === printed) throw error;
        printed = drawn;
      }
    }
  }
}

/** Signs for which a paper was refused: no font here has them. */
export function undrawnSigns(error: unknown): ReadonlySet<string> {
  const refusal = error instanceof Error ? error.message : String(error);
  return new Set([...refusal.matchAll(NOT_DRAWN)].flatMap(([, quoted = '']) => [...unescaped(quoted)]));
}

function without<D extends PaperData>(data: D, signs: ReadonlySet<string>): D {
  if (signs.size === 0) return data;
  return JSON.parse(
    JSON.stringify(data, (_key, value: unknown) =>
      typeof value === 'string'
        ? [...value].map((sign) => (signs.has(sign) ? INSTEAD : sign)).join('')
        : value,
    ),
  ) as D;
}

/** As Rust writes a string for programmers: \`\\u{200d}\`. */
const unescaped = (quoted: string): string =>
  quoted
    .replace(/\\u\{([0-9a-f]+)\}/giu, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('\\"', '')
    .replaceAll('\\', '');

const TOO_LONG = {
  code: 'too-much-work',
  text: {
    fr: 'Ce document est trop long pour être mis en page ici.',
    en: 'This document is too long to be laid out here.',
  },
};
