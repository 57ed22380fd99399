import { Inject, Injectable } from '@nestjs/common';
import { civilDate, localDay } from '@repere/feel';
import type { LetterLanguage, LetterTemplate } from '@repere/protocol';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { day } from '../../platform/answers/show-moment';
import type { Configuration } from '../../platform/settings/configuration';
import { CONFIGURATION } from '../../platform/tokens';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { paperTemplate } from '../../protocols/exports/paper-template';
import { PrintPaper, undrawnSigns } from '../../protocols/exports/print-paper';
import type { LetterContent } from '../entities/letter.entity';
import source from './letter.typ';
import { type Letterhead, LetterheadQuery } from './letterhead.query';
import { letterTooLong, notDrawn } from './not-on-paper';
import { linesOver, MARKS, MOST_PAGES } from './pages-of-letter';
import { paragraphsOf, PRINTED_FIELDS, type PrintedLetter } from './printed-letter';

const TEMPLATE = paperTemplate<PrintedLetter>('letter.typ', source, PRINTED_FIELDS);

/** The letter on paper: PDF/UA-1, in a process of its own. The same letter gives the same bytes. */
@Injectable()
export class PrintLetter {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly papers: PrintPaper,
    private readonly letterheads: LetterheadQuery,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** What cannot be printed as it was written is refused: nobody's words change on their way to paper. */
  async print(file: LoadedCase, kind: LetterTemplate, content: LetterContent): Promise<Buffer> {
    const letter = this.printed(file, kind, content, await this.letterheads.readLetterhead(file.row.teamId));
    const { pdf, pages, places } = await this.papers
      .printPages(TEMPLATE, letter, MARKS)
      .catch((error: unknown) => {
        const signs = [...undrawnSigns(error)];
        throw signs.length > 0 ? notDrawn(signs, content.parts) : error;
      });
    if (pages > MOST_PAGES) throw letterTooLong(content.parts, linesOver(places));
    return pdf;
  }

  private printed(
    file: LoadedCase,
    kind: LetterTemplate,
    content: LetterContent,
    { letterhead, signsFor }: Letterhead,
  ): PrintedLetter {
    const { account, space } = this.unit;
    const { zone, name: territory } = file.territory;
    const now = this.unit.now();
    const { year, month, day: dayOfMonth } = civilDate(localDay(now, zone));
    const { language } = kind;
    const words = WORDS[language];
    const isOwn = kind.ground === undefined;
    // In the name of its head signs who is of the team, and nobody who came to help.
    const isOfTeam = account.teams.some(({ id }) => id === file.row.teamId);
    return {
      language,
      title: kind.title[language],
      author: isOwn ? account.name : file.row.teamName,
      date: [year, month, dayOfMonth],
      day: words.day(day(now, zone, language)),
      // What is handed to the child tells nobody who finds it which service wrote it.
      from: isOwn ? [] : [file.row.teamName, ...(letterhead === null ? [territory] : linesOf(letterhead))],
      to: linesOf(content.recipient),
      reference: isOwn ? null : words.reference(file.row.reference),
      fiction: this.configuration.demo || space.kind === 'training' ? words.fiction : null,
      head: [kind.because],
      parts: content.parts.map(({ title, text }) => ({
        title: title[language],
        paragraphs: paragraphsOf(text),
      })),
      signatory: isOwn
        ? [account.name]
        : [...(signsFor === null || !isOfTeam ? [] : [signsFor]), account.name, file.row.teamName],
      second: kind.second === 'none' ? null : words.second,
      words: { page: 'Page' },
    };
  }
}

/** What stands around the parts. */
const WORDS = {
  fr: {
    day: (said: string) => `Le ${said}`,
    reference: (it: string) => `Nos références\u00a0: ${it}`,
    ...{ fiction: 'FICTIF', second: 'Seconde signature\u00a0:' },
  },
  en: {
    day: (said: string) => said,
    reference: (it: string) => `Our reference: ${it}`,
    ...{ fiction: 'FICTIONAL', second: 'Second signature:' },
  },
} as const satisfies Readonly<Record<LetterLanguage, unknown>>;

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());
