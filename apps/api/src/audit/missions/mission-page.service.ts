import { Injectable } from '@nestjs/common';
import { AccountNames, namedIn, type Names } from '../../cases/reading/account-names';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import { Findings } from './findings/findings.service';
import { FindingsRepository } from './findings/findings.repository';
import { MissionFinder } from './mission-finder';
import type { MissionRow } from './mission-row';
import { MissionStaffQuery } from './planning/mission-staff.query';
import { MissionsRepository, NOT_EXAMINED } from './missions.repository';
import { MissionProgressQuery } from './mission-progress.query';
import { SampleRepository } from './planning/sample.repository';
import type { MissionCaseDto, MissionDto, MissionSummaryDto } from './mission.dto';

/** Missions as their readers see them; says which cases were shown. */
@Injectable()
export class MissionPage {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly missions: MissionsRepository,
    private readonly finder: MissionFinder,
    private readonly samples: SampleRepository,
    private readonly progress: MissionProgressQuery,
    private readonly findingRows: FindingsRepository,
    private readonly findings: Findings,
    private readonly staff: MissionStaffQuery,
    private readonly rows: CaseRowsRepository,
    private readonly names: AccountNames,
    private readonly registry: ProtocolRegistry,
  ) {}

  async listMissions(): Promise<readonly MissionSummaryDto[]> {
    return this.summaries(await this.missions.listMissions());
  }

  async showMission(row: MissionRow): Promise<MissionDto> {
    const [summary] = await this.summaries([row]);
    if (!summary) throw new Error('a mission without a summary');
    const names = await this.names.readNames([row.createdBy, row.openedBy, row.closedBy]);
    const person = (id: string) => namedIn(names, id);
    const { cases, hidden } = await this.cases(row.id);
    this.unit.shows(cases.map(({ caseFileId }) => caseFileId));
    const leads = this.finder.leads(row);
    const works = this.finder.worksIn(row);
    const { title, question, checklist } = row.content;
    const { teamIds, auditorIds, from, to, protocols, method } = row;
    return {
      ...summary,
      revision: row.revision,
      plan: {
        title,
        question,
        checklist,
        teamIds,
        auditorIds,
        from,
        to,
        protocols,
        method,
        ...(row.size !== null && { size: row.size }),
      },
      protocolTitles: await this.titles(protocols),
      createdBy: person(row.createdBy),
      openedBy: row.openedBy === null ? null : person(row.openedBy),
      closedBy: row.closedBy === null ? null : person(row.closedBy),
      sampling: samplingOf(row),
      cases,
      hiddenCases: hidden,
      findings: await this.findings.showFindings(await this.findingRows.ofMission(row.id)),
      owners: await this.staff.owners(teamIds),
      may: {
        change: leads && row.state === 'draft',
        open: leads && row.state === 'draft',
        close: leads && row.state === 'open',
        examine: works,
        raise: (works || leads) && row.state === 'open',
      },
    };
  }

  private async cases(
    missionId: string,
  ): Promise<{ readonly cases: readonly MissionCaseDto[]; readonly hidden: number }> {
    const sampled = await this.samples.listSample(missionId);
    const rows = new Map(
      (await this.rows.listRows(sampled.map(({ caseFileId }) => caseFileId))).map((it) => [it.id, it]),
    );
    const names = await this.names.readNames(sampled.map(({ examinedBy }) => examinedBy));
    const cases = sampled.flatMap((it): readonly MissionCaseDto[] => {
      const { caseFileId, alias, place, score, reasons, revision, examination, examinedBy, examinedAt } = it;
      const row = rows.get(caseFileId);
      if (!row) return [];
      return [
        {
          caseFileId,
          reference: row.reference,
          alias,
          place,
          score,
          reasons,
          revision,
          examination: examination ?? NOT_EXAMINED,
          examinedBy: examinedBy === null ? null : namedIn(names, examinedBy),
          examinedAt: examinedAt?.toISOString() ?? null,
        },
      ];
    });
    return { cases, hidden: sampled.length - cases.length };
  }

  private async summaries(rows: readonly MissionRow[]): Promise<readonly MissionSummaryDto[]> {
    const names = await this.names.readNames(rows.flatMap(({ auditorIds }) => auditorIds));
    const teams = new Map(
      (await this.staff.teams([...new Set(rows.flatMap(({ teamIds }) => teamIds))])).map((it) => [it.id, it]),
    );
    const progress = await this.progress.countProgress(rows.map(({ id }) => id));
    return rows.map((row): MissionSummaryDto => {
      const isOpenToMe = this.finder.leads(row) || this.finder.worksIn(row);
      return {
        id: row.id,
        reference: row.reference,
        title: row.content.title,
        state: row.state,
        teams: row.teamIds.flatMap((id) => teams.get(id) ?? []),
        auditors: row.auditorIds.map((id) => ({ id, name: nameIn(names, id) })),
        createdAt: row.createdAt.toISOString(),
        openedAt: row.openedAt?.toISOString() ?? null,
        closedAt: row.closedAt?.toISOString() ?? null,
        isOpenToMe,
        progress: isOpenToMe ? (progress.get(row.id) ?? NOTHING) : null,
      };
    });
  }

  private async titles(protocols: readonly string[]): Promise<MissionDto['protocolTitles']> {
    const { versions, inForce } = await this.registry.readPublished();
    return Object.fromEntries(
      protocols.flatMap((name) => {
        const found = versions.get(`${name}@${inForce[name] ?? ''}`);
        return found ? [[name, found.document.title]] : [];
      }),
    );
  }
}

const samplingOf = ({ method, seed, seedGiven, frame, frameHash }: MissionRow): MissionDto['sampling'] =>
  frame === null || frameHash === null
    ? null
    : { method, seed, seedGiven: seedGiven ?? false, frame, frameHash };

const NOTHING = { cases: 0, examined: 0, findings: 0, openFindings: 0 };
const nameIn = (names: Names, id: string): string => names.get(id) ?? '';
