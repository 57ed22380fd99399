import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { territoryName } from '@repere/territories';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { ReaderScopes } from '../../cases/rights/reader-scope';
import { resourceOf } from '../../cases/reading/loaded-case';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { UnmetNeedsDto } from './unmet-needs.dto';
import { UnmetNeedsRepository } from './unmet-needs.repository';

/** Needs that nobody meets, for the list that goes to the département: those of the teams whose supervisor asks. */
@Injectable()
export class UnmetNeedsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly unmet: UnmetNeedsRepository,
    private readonly rows: CaseRowsRepository,
    private readonly scopes: ReaderScopes,
  ) {}

  async listUnmet(): Promise<UnmetNeedsDto> {
    const teamIds = this.scopes.teamsFor('approve');
    const { items, hasMore } = await this.unmet.listUnmet(teamIds);
    const principal = principalOf(this.unit.account);
    const ids = [...new Set(items.map(({ caseFileId }) => caseFileId))];
    const rows = (await this.rows.listRows(ids)).filter(
      (row) => may(principal, 'approve', resourceOf(row)).yes,
    );
    this.unit.shows(rows.map(({ id }) => id));
    const byTerritory = Map.groupBy(await this.unmet.countUnmet(teamIds), ({ territory }) => territory);
    return {
      hasMore,
      departments: [...byTerritory].map(([territory, counts]) => ({
        ...{ territory, name: territoryName(territory) },
        counts: counts.map(({ need, reason, open, recorded }) => ({ need, reason, open, recorded })),
      })),
      items: items.flatMap(({ caseFileId, since, ...need }) => {
        const row = rows.find(({ id }) => id === caseFileId);
        if (!row) return [];
        const { reference, teamName: team } = row;
        return [{ caseFileId, reference, team, ...need, since: since.toISOString() }];
      }),
    };
  }
}
