import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { paperTemplate } from '../../protocols/exports/paper-template';
import { PrintPaper } from '../../protocols/exports/print-paper';
import source from './debrief.typ';
import { PRINTED_FIELDS, type PrintedDebrief } from './printed-debrief';
import { type DebriefContent, type DebriefReader, showDebrief } from './show-debrief';

const TEMPLATE = paperTemplate<PrintedDebrief>('debrief.typ', source, PRINTED_FIELDS);

/** Sixty learners who ask at once are given one paper: letters about real children wait in the same line. */
const MOST_KEPT = 20;
const KEPT_MS = 60_000;

/** PDF/UA-1, in a process of its own. The same debrief gives the same bytes. */
@Injectable()
export class DebriefPaper {
  private readonly printed = new LRUCache<string, Promise<Buffer>>({ max: MOST_KEPT, ttl: KEPT_MS });

  constructor(private readonly papers: PrintPaper) {}

  print(content: DebriefContent, reader: DebriefReader): Promise<Buffer> {
    const data = showDebrief(content, reader);
    const of = createHash('sha256').update(JSON.stringify(data)).digest('base64');
    const known = this.printed.get(of);
    if (known) return known;
    const printed = this.papers.printDrawn(TEMPLATE, data);
    this.printed.set(of, printed);
    printed.catch(() => this.printed.delete(of));
    return printed;
  }
}
