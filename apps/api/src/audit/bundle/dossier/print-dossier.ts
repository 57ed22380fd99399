import { Injectable } from '@nestjs/common';
import { PrintPaper } from '../../../protocols/exports/print-paper';
import dossier from './dossier.typ';
import type { DossierDocument } from './dossier-document';

/** The dossier on paper: PDF/UA-1. The same document gives the same bytes. */
@Injectable()
export class PrintDossier {
  constructor(private readonly papers: PrintPaper) {}

  /** Signs that no font here has (an emoji, some scripts) stand as U+FFFD on paper; the page beside it has them. */
  print(document: DossierDocument): Promise<Buffer> {
    return this.papers.printDrawn(dossier, document);
  }
}
