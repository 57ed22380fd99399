import { Injectable } from '@nestjs/common';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { WorkStopped } from '../../platform/sandbox/sandbox-task';
import { Refusal } from '../../platform/refusals/refusal';
import { PRINT_PAPER } from './print-paper.task';

/** Turns Typst templates into PDF, where a long one holds up nobody. */
@Injectable()
export class PrintPaper {
  constructor(private readonly sandbox: Sandbox) {}

  /** A PDF. `data` goes in as JSON, so that no text is read as markup. The same data give the same bytes. */
  async print(template: string, data: { readonly date: readonly number[] }): Promise<Buffer> {
    try {
      const pdf = await this.sandbox.run(PRINT_PAPER, { template, data });
      return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
    } catch (error) {
      throw error instanceof WorkStopped ? new Refusal('refused', { reasons: [TOO_LONG] }) : error;
    }
  }
}

const TOO_LONG = {
  code: 'too-much-work',
  text: {
    fr: 'Ce document est trop long pour être mis en page ici.',
    en: 'This document is too long to be laid out here.',
  },
};
