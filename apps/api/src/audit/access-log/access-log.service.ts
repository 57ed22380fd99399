import { Injectable } from '@nestjs/common';
import { type Relation, RELATION_WORDS } from '@repere/access';
import { nameAccess, purposeWords, unusualAccess, unusualWords } from '@repere/audit';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { hourIn } from './hour-in';
import { AccessQuestionsRepository } from './access-questions.repository';
import { type AccessedCase, AccessedCases } from './accessed-cases';
import { type Belonging, type AccessEventRow, AccessLogQuery } from './access-log.query';
import type { CaseAccessLogDto, AccessEventDto, AccessQuestionDto } from './access-log.dto';

const PAGE = 50;
/** So many of the newest events are searched for unusual ones, and so many of these are shown. */
const SEARCHED = 300;
const UNUSUAL = 50;

/** Who saw a case, when, why: unusual ones first. */
@Injectable()
export class AccessLogService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly cases: AccessedCases,
    private readonly query: AccessLogQuery,
    private readonly questions: AccessQuestionsRepository,
  ) {}

  async showAccessLog(id: string, cursor?: string): Promise<CaseAccessLogDto> {
    const file = await this.cases.openCase(id);
    const [before] = cursor === undefined ? [null] : readCursor(cursor, ['number']);
    const isFirst = before === null;
    const rows = await this.query.rows(
      id,
      before === null ? null : String(before),
      isFirst ? SEARCHED + 1 : PAGE + 1,
    );
    const events = await this.judged(file, rows.slice(0, isFirst ? SEARCHED : PAGE));
    const last = events[Math.min(PAGE, events.length) - 1];
    return {
      caseFileId: id,
      reference: file.row.reference,
      calledName: file.calledName,
      zone: file.zone,
      unusual: isFirst ? await this.attachQuestions(file, unusualFirst(events)) : [],
      searched: isFirst && rows.length > SEARCHED ? SEARCHED : null,
      items: await this.attachQuestions(file, events.slice(0, PAGE)),
      next: rows.length > PAGE && last ? writeCursor([Number(last.id)]) : null,
    };
  }

  private async judged(
    file: AccessedCase,
    rows: readonly AccessEventRow[],
  ): Promise<readonly AccessEventDto[]> {
    const opened = await this.query.openedAround(rows);
    const belongings = await this.query.belongings(file.row);
    return rows.map((row): AccessEventDto => {
      const by = belongingThen(row, belongings);
      const event = {
        at: row.at.getTime(),
        type: row.type,
        purpose: row.purpose,
        outcome: row.outcome,
        isListed: row.isListed,
        reader: row.readerName,
        belongs: by !== null || belonged(file, row, belongings),
        opened: opened.get(row.seq) ?? 0,
      };
      return {
        id: row.seq,
        at: row.at.toISOString(),
        by: row.readerId === null ? null : { id: row.readerId, name: row.readerName ?? '' },
        as: by && RELATION_WORDS[by],
        ...nameAccess(row.type, row.outcome),
        purpose: purposeWords(row.purpose),
        unusual: unusualAccess(event, file, hourIn).map((code) => ({
          code,
          text: unusualWords(code, event),
        })),
        questions: [],
        mayAsk: row.readerId !== null && row.readerId !== this.unit.account.id,
      };
    });
  }

  /** With what was asked and answered; who waits for an answer does not ask again. */
  private async attachQuestions(
    file: AccessedCase,
    events: readonly AccessEventDto[],
  ): Promise<readonly AccessEventDto[]> {
    const found = await this.questions.ofEvents(
      file.row.id,
      file.key,
      events.map(({ id }) => id),
    );
    return events.map((event) => {
      const questions: readonly AccessQuestionDto[] = found.get(event.id) ?? [];
      return {
        ...event,
        questions,
        mayAsk: event.mayAsk && questions.every(({ answer }) => answer !== null),
      };
    });
  }
}

/** Gravest reason first, then the newest. */
function unusualFirst(events: readonly AccessEventDto[]): readonly AccessEventDto[] {
  const order = ['refused', 'break-glass', 'outside', 'same-name', 'many', 'night'];
  const gravity = ({ unusual: [first] }: AccessEventDto): number => order.indexOf(first?.code ?? '');
  return events
    .filter(({ unusual }) => unusual.length > 0)
    .sort((a, b) => gravity(a) - gravity(b))
    .slice(0, UNUSUAL);
}

/** Of the team then, or its lead, also one who has left since. */
const belonged = (
  { row: { teamId } }: AccessedCase,
  { readerId, teams }: AccessEventRow,
  belongings: readonly Belonging[],
): boolean =>
  teams.includes(teamId) ||
  belongings.some(({ accountId, relation }) => relation === 'lead' && accountId === readerId);

/** By which relation to the case the reader saw it at that moment, or covered for who works on it. */
const belongingThen = ({ readerId, at }: AccessEventRow, belongings: readonly Belonging[]): Relation | null =>
  belongings.find(
    ({ accountId, since, endedAt }) =>
      accountId === readerId && since !== null && since <= at && (endedAt === null || at <= endedAt),
  )?.relation ?? null;
