import { Injectable } from '@nestjs/common';
import { addMonths, isoDay, localDay } from '@repere/feel';
import type { AccessState } from '@repere/privacy';
import { AccountNames } from '../../cases/reading/account-names';
import { CaseReader } from '../../cases/reading/case-reader';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import { Refusal } from '../../platform/refusals/refusal';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { dayNumberOf } from '../day-number-of';
import { PrivacyScope } from '../privacy-scope';
import { refused } from '../../platform/refusals/refused';
import { AccessRequests, type RequestRow } from './access-requests.repository';
import { GatherLines } from './gather-lines.service';
import type { Verdicts } from './gathered-line';
import { GatherStaff } from './staff/gather-staff.service';
import type {
  AccessRequestDto,
  AccessRequestSummaryDto,
  AccessVerdictDto,
  MakeAccessRequestDto,
} from './access-requests.dto';
import type { Page } from '../../platform/answers/page';

const PAGE = 25;
/** TOOL: nobody has read the text of the regulation for us (docs/adr/0020-privacy.md). */
const MONTHS_TO_ANSWER = 1;

/** Requests for access: prepared by one person, read line by line by another, and only then handed over. */
@Injectable()
export class AccessRequestsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scope: PrivacyScope,
    private readonly reader: CaseReader,
    private readonly gathering: GatherLines,
    private readonly staff: GatherStaff,
    private readonly requests: AccessRequests,
    private readonly secrecy: Secrecy,
    private readonly names: AccountNames,
  ) {}

  async listRequests(cursor?: string): Promise<Page<AccessRequestSummaryDto>> {
    const teamIds = this.scope.teamIds();
    const after = cursor === undefined ? null : readCursor(cursor, ['number', 'id']);
    const rows = await this.requests.listRequests(teamIds, PAGE + 1, after);
    const page = rows.slice(0, PAGE);
    this.unit.shows(page.flatMap(({ caseFileId }) => caseFileId ?? []));
    const items: AccessRequestSummaryDto[] = [];
    for (const row of page) items.push(await this.summary(row));
    const last = page.at(-1);
    return { items, next: rows.length > PAGE && last ? writeCursor([last.place, last.id]) : null };
  }

  async readRequest(id: string): Promise<AccessRequestDto> {
    return this.showRequest(await this.getRequest(id));
  }

  /** Throws `not-found` for whatever the reader does not see; `refused` for a day to come. */
  async makeRequest(asked: MakeAccessRequestDto): Promise<AccessRequestDto> {
    const teamIds = this.scope.teamIds();
    if (dayNumberOf(asked.receivedOn) > localDay(this.unit.now(), 'Pacific/Kiritimati'))
      throw refused('in-future', 'Cette date est à venir.', 'This date is yet to come.');
    const made = asked.subject === 'staff' ? await this.ofStaff(asked, teamIds) : await this.ofCase(asked);
    const { id, hash } = await this.requests.insert({
      ...made,
      subject: asked.subject,
      receivedOn: asked.receivedOn,
      dueOn: isoDay(addMonths(dayNumberOf(asked.receivedOn), MONTHS_TO_ANSWER, 'last-day')),
    });
    this.unit.notes({ request: id, subject: asked.subject, lines: made.content.lines.length, hash });
    return this.readRequest(id);
  }

  /** Verdicts of some lines; `isDone` closes the reading once every line has one. */
  async review(
    id: string,
    revision: number,
    given: readonly AccessVerdictDto[],
    isDone: boolean,
  ): Promise<AccessRequestDto> {
    const row = await this.getOpenRequest(id);
    if (!this.isOthers(row))
      throw refused('own-act', 'Une autre personne doit relire.', 'Another person must review.');
    if (row.revision !== revision) throw new Refusal('stale', { reasons: [CHANGED] });
    const known = new Set(row.content.lines.map(({ id: line }) => line));
    const verdicts: Record<number, Verdicts[number]> = { ...row.review };
    for (const { id: line, keep, reason } of given) {
      if (!known.has(line)) throw new Refusal('not-found');
      if (!keep && !reason)
        throw refused(
          'why-redacted',
          'Dites pourquoi cette ligne ne part pas.',
          'Say why this line does not leave.',
        );
      verdicts[line] = { keep, ...(!keep && reason && { reason }) };
    }
    if (isDone && Object.keys(verdicts).length < row.lines)
      throw refused('unread-lines', 'Des lignes n’ont pas été relues.', 'Some lines were not reviewed.');
    await this.requests.review(row, verdicts, isDone);
    const kept = Object.values(verdicts).filter(({ keep }) => keep).length;
    this.unit.notes({
      request: id,
      reviewed: Object.keys(verdicts).length,
      kept,
      done: isDone,
      hash: row.hash,
    });
    return this.readRequest(id);
  }

  /** Nothing is handed over, with the reason. By another than who prepared it or whom it is about: `refused` otherwise. */
  async refuseRequest(id: string, why: string): Promise<AccessRequestDto> {
    const row = await this.getOpenRequest(id);
    if (!this.isOthers(row))
      throw refused('own-act', 'Une autre personne doit refuser.', 'Another person must refuse.');
    await this.requests.settleRequest(row, 'refused', { why });
    this.unit.notes({ request: id, outcome: 'refused', why });
    return this.readRequest(id);
  }

  /** Neither prepared by the reader nor about them: what of others leaves is not for them to say. */
  private isOthers({ preparedBy, accountId }: RequestRow): boolean {
    return ![preparedBy, accountId].includes(this.unit.account.id);
  }

  /** The request while nothing is settled. */
  async getOpenRequest(id: string): Promise<RequestRow> {
    const { caseFileId } = await this.getRequest(id);
    if (caseFileId !== null) await this.reader.lockFor(caseFileId, 'retain');
    // What is settled can't be changed any more, so that the database gives it to nobody who would.
    const row = await this.requests.lock(id);
    if (!row) throw refused('settled', 'C’est déjà décidé.', 'This is decided already.');
    return row;
  }

  /** The request, recorded as a look at its case; `not-found` for whoever does not keep the privacy of its team. */
  async getRequest(id: string): Promise<RequestRow> {
    this.scope.teamIds();
    const row = await this.requests.findRequest(id);
    if (!row) throw new Refusal('not-found');
    if (row.caseFileId !== null) await this.reader.allowed(row.caseFileId, 'retain');
    return row;
  }

  private async ofCase(asked: MakeAccessRequestDto) {
    const file = await this.reader.lockFor(asked.caseFileId ?? '', 'retain');
    const lines = await this.gathering.ofCase(file, asked);
    return {
      teamId: file.row.teamId,
      caseFileId: file.row.id,
      personId: asked.subject === 'person' ? (asked.personId ?? null) : null,
      accountId: null,
      key: file.key,
      content: { ...contentOf(asked), about: file.row.reference, lines },
    };
  }

  private async ofStaff(asked: MakeAccessRequestDto, teamIds: readonly string[]) {
    const accountId = asked.accountId ?? this.unit.account.id;
    const { teamId, name, lines } = await this.staff.gatherStaff(accountId, teamIds);
    const key = await this.secrecy.spaceKey();
    return {
      teamId,
      caseFileId: null,
      personId: null,
      accountId,
      key,
      content: { ...contentOf(asked), about: name, lines },
    };
  }

  private async summary(row: RequestRow): Promise<AccessRequestSummaryDto> {
    const names = await this.names.readNames([row.preparedBy, row.reviewedBy]);
    const person = (id: string) => ({ id, name: names.get(id) ?? '' });
    return {
      id: row.id,
      subject: row.subject,
      caseFileId: row.caseFileId,
      about: row.content.about,
      receivedOn: row.receivedOn,
      dueOn: row.dueOn,
      state: stateOf(row),
      preparedBy: person(row.preparedBy),
      reviewedBy: row.reviewedBy === null ? null : person(row.reviewedBy),
      lines: row.lines,
      toReview: row.lines - Object.keys(row.review).length,
    };
  }

  private async showRequest(row: RequestRow): Promise<AccessRequestDto> {
    const { content, review, settling, revision, settledAt } = row;
    const state = stateOf(row);
    const isOthers = row.outcome === null && this.isOthers(row);
    return {
      ...(await this.summary(row)),
      askedBy: content.askedBy,
      identityChecked: content.identityChecked,
      items: content.lines.map((it) => ({ ...it, verdict: review[it.id] ?? null })),
      revision,
      handedTo: settling?.toWhom ?? null,
      handedHow: settling?.how ?? null,
      handedAt: row.outcome === 'handed-over' ? (settledAt?.toISOString() ?? null) : null,
      refusal: settling?.why ?? null,
      may: {
        review: isOthers,
        refuse: isOthers,
        handOver: state === 'reviewed',
        download: state === 'reviewed' || state === 'handed-over',
      },
    };
  }
}

const contentOf = ({ askedBy, identityChecked }: MakeAccessRequestDto) => ({ askedBy, identityChecked });

function stateOf({ outcome, reviewedBy }: RequestRow): AccessState {
  if (outcome !== null) return outcome;
  return reviewedBy === null ? 'to-review' : 'reviewed';
}

const CHANGED = {
  code: 'changed',
  text: {
    fr: 'Quelqu’un d’autre a relu entre-temps : rechargez.',
    en: 'Somebody else reviewed meanwhile: load it again.',
  },
};
