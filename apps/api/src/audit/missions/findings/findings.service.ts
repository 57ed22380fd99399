import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FindingOutcome } from '@repere/audit';
import { AccountNames, namedIn } from '../../../cases/reading/account-names';
import { CaseReader } from '../../../cases/reading/case-reader';
import { CaseRowsRepository } from '../../../cases/reading/case-rows.repository';
import { Refusal } from '../../../platform/refusals/refusal';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { UUID } from '../../../platform/uuid';
import { type FindingRow, FindingsRepository } from './findings.repository';
import { MissionFinder } from '../mission-finder';
import { refused } from '../../../platform/refusals/refused';
import { stale } from '../mission-refusals';
import { MissionStaffQuery } from '../planning/mission-staff.query';
import { MissionsRepository } from '../missions.repository';
import { SampleRepository } from '../planning/sample.repository';
import type { FindingDto } from '../mission.dto';
import type { FindingInputDto } from '../planning/mission-plan.dto';

/** Findings from the first sentence to the last: raised in a mission, answered by their owner, closed by somebody else. */
@Injectable()
export class Findings {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly finder: MissionFinder,
    private readonly missions: MissionsRepository,
    private readonly findings: FindingsRepository,
    private readonly samples: SampleRepository,
    private readonly staff: MissionStaffQuery,
    private readonly reader: CaseReader,
    private readonly rows: CaseRowsRepository,
    private readonly secrecy: Secrecy,
    private readonly names: AccountNames,
  ) {}

  /** Addressed to the account. */
  async mine(): Promise<readonly FindingDto[]> {
    return this.showFindings(await this.findings.ofOwner(this.unit.account.id));
  }

  async getFinding(id: string): Promise<FindingDto> {
    const [shown] = await this.showFindings([await this.known(id)]);
    if (!shown) throw new Refusal('not-found');
    return shown;
  }

  /** Id of the finding. */
  async raise(missionId: string, input: FindingInputDto): Promise<string> {
    const mission = await this.finder.toWorkIn(missionId, { andLead: true });
    const row = input.caseFileId === undefined ? null : await this.reader.allowed(input.caseFileId, 'audit');
    if (row && !(await this.samples.isDrawn(missionId, row.id)))
      throw refused(
        'not-drawn',
        'Ce dossier n’a pas été tiré pour cette mission.',
        'This case was not drawn for this mission.',
        'caseFileId',
      );
    const owners = await this.staff.owners(row ? [row.teamId] : mission.teamIds);
    if (!owners.some(({ id }) => id === input.ownerId))
      throw refused(
        'no-owner',
        'Cette personne ne tient pas de dossiers dans cette équipe.',
        'This person keeps no cases in this team.',
        'ownerId',
      );
    if (input.ownerId === this.unit.account.id)
      throw refused(
        'own-finding',
        'Personne ne répond à son propre constat.',
        'Nobody answers their own finding.',
        'ownerId',
      );
    const id = randomUUID();
    await this.findings.insert(
      id,
      {
        missionId,
        missionReference: mission.reference,
        teamId: row?.teamId ?? null,
        key: row ? await this.secrecy.openDataKey(row.dataKeyId) : await this.secrecy.spaceKey(),
      },
      input,
    );
    if (row) this.unit.shows([row.id]);
    const said = Object.entries(input).filter(([, value]) => value !== undefined);
    this.unit.notes({ finding: id, ...Object.fromEntries(said) });
    return id;
  }

  /** Its owner's answer, until it is closed; what was answered before stays in the record. */
  async answerFinding(id: string, text: string, seen: number): Promise<void> {
    const row = await this.lock(id, seen);
    if (row.ownerId !== this.unit.account.id)
      throw notAllowed('not-owner', 'Son responsable y répond.', 'Its owner answers it.');
    await this.findings.answerFinding(row, text);
    this.unit.notes({ finding: id, answer: text });
  }

  async closeFinding(
    id: string,
    closing: { readonly outcome: FindingOutcome; readonly note: string },
    seen: number,
  ): Promise<void> {
    const row = await this.lock(id, seen);
    if (row.authorId === this.unit.account.id || row.ownerId === this.unit.account.id)
      throw notAllowed(
        'four-eyes',
        'Une autre personne le clôt : ni qui l’a écrit, ni qui y répond.',
        'Another person closes it: neither who wrote it nor who answers it.',
      );
    if (!(await this.mayJudge(row)))
      throw notAllowed(
        'not-judge',
        'Le responsable de l’équipe ou un auditeur de la mission le clôt.',
        'The team’s supervisor or an auditor of the mission closes it.',
      );
    if (closing.outcome === 'settled' && row.answer === null)
      throw refused(
        'no-answer',
        'Personne n’y a encore répondu : il ne peut pas être réglé.',
        'Nobody has answered it yet: it can’t be settled.',
        'outcome',
      );
    await this.findings.closeFinding(row, closing);
    this.unit.notes({ finding: id, outcome: closing.outcome, note: closing.note });
  }

  /** As the account may see them, in their order. Says that their cases were shown. */
  async showFindings(rows: readonly FindingRow[]): Promise<readonly FindingDto[]> {
    const cases = new Map(
      (await this.rows.listRows(rows.flatMap(({ caseFileId }) => caseFileId ?? []))).map((it) => [it.id, it]),
    );
    const names = await this.names.readNames(
      rows.flatMap(({ authorId, ownerId, answeredBy, closedBy }) => [
        authorId,
        ownerId,
        answeredBy,
        closedBy,
      ]),
    );
    const person = (id: string) => namedIn(names, id);
    const me = this.unit.account.id;
    const judged = new Map<string, boolean>();
    const shown: FindingDto[] = [];
    for (const row of rows) {
      const caseFile = row.caseFileId === null ? null : cases.get(row.caseFileId);
      if (caseFile === undefined) continue;
      if (!judged.has(row.missionId)) judged.set(row.missionId, await this.mayJudge(row));
      const isOpen = row.closedAt === null;
      shown.push({
        id: row.id,
        reference: row.reference,
        missionId: row.missionId,
        caseFile: caseFile && { id: caseFile.id, reference: caseFile.reference },
        severity: row.severity,
        ...row.text,
        author: person(row.authorId),
        raisedAt: row.raisedAt.toISOString(),
        owner: person(row.ownerId),
        dueOn: row.dueOn,
        answer:
          row.answer !== null && row.answeredAt && row.answeredBy !== null
            ? { text: row.answer, at: row.answeredAt.toISOString(), by: person(row.answeredBy) }
            : null,
        closing:
          row.closing && row.closedAt && row.closedBy !== null
            ? { ...row.closing, at: row.closedAt.toISOString(), by: person(row.closedBy) }
            : null,
        revision: row.revision,
        may: {
          answer: isOpen && row.ownerId === me,
          close: isOpen && row.ownerId !== me && row.authorId !== me && (judged.get(row.missionId) ?? false),
        },
      });
    }
    this.unit.shows([...new Set(shown.flatMap(({ caseFile }) => caseFile?.id ?? []))]);
    return shown;
  }

  private async known(id: string): Promise<FindingRow> {
    const row = UUID.test(id) ? await this.findings.findFinding(id) : null;
    if (!row) throw new Refusal('not-found');
    return this.declareFinding(row);
  }

  private async lock(id: string, seen: number): Promise<FindingRow> {
    await this.known(id);
    const row = await this.findings.lock(id);
    if (!row) throw new Refusal('not-found');
    if (row.revision !== seen) throw stale();
    if (row.closedAt) throw refused('finding-closed', 'Ce constat est clos.', 'This finding is closed.');
    return row;
  }

  /** On the mission's stream, under the key of the case where there is one. */
  private async declareFinding(row: FindingRow): Promise<FindingRow> {
    if (row.caseFileId !== null) await this.reader.allowed(row.caseFileId, 'read');
    this.unit.aboutMission(row.missionId);
    return row;
  }

  private async mayJudge({ missionId }: FindingRow): Promise<boolean> {
    const mission = await this.missions.findMission(missionId);
    return mission !== null && (this.finder.leads(mission) || this.finder.worksIn(mission));
  }
}

const notAllowed = (code: string, fr: string, en: string): Refusal =>
  new Refusal('not-allowed', { reasons: [{ code, text: { fr, en } }] });
