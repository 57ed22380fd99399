import { Injectable } from '@nestjs/common';
import { PrintPaper } from '../../../protocols/exports/print-paper';
import dossier from './dossier.typ';
import type { DossierDocument } from './dossier-document';

/** What the paper's fonts can't draw is named in the compiler's refusal: "the text `…` could not be displayed". */
const NOT_DRAWN = /the text `+"?(.+?)"?`+ could not be displayed/gu;
const INSTEAD = '\ufffd';
const MOST_TRIES = 4;

/** The dossier on paper: PDF/UA-1. The same document gives the same bytes. */
@Injectable()
export class PrintDossier {
  constructor(private readonly papers: PrintPaper) {}

  /** Signs that no font here has (an emoji, some scripts) stand as U+FFFD on paper; the page beside it has them. */
  async print(document: DossierDocument): Promise<Buffer> {
    let printed = document;
    for (let tried = 1; ; tried++) {
      try {
        return await this.papers.print(dossier, printed);
      } catch (error) {
        const drawn = without(printed, error instanceof Error ? error.message : String(error));
        if (tried === MOST_TRIES || drawn === printed) throw error;
        printed = drawn;
      }
    }
  }
}

function without(document: DossierDocument, refusal: string): DossierDocument {
  const signs = new Set(
    [...refusal.matchAll(NOT_DRAWN)].flatMap(([, quoted = '']) => [...unescaped(quoted)]),
  );
  if (signs.size === 0) return document;
  return JSON.parse(
    JSON.stringify(document, (_key, value: unknown) =>
      typeof value === 'string'
        ? [...value].map((sign) => (signs.has(sign) ? INSTEAD : sign)).join('')
        : value,
    ),
  ) as DossierDocument;
}

/** As Rust writes a string for programmers: \`\\u{200d}\`. */
const unescaped = (quoted: string): string =>
  quoted
    .replace(/\\u\{([0-9a-f]+)\}/giu, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('\\"', '')
    .replaceAll('\\', '');
