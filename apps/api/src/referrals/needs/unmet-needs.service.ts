import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import type { Words } from '@repere/cases';
import { territoryName } from '@repere/territories';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { ReaderScopes } from '../../cases/rights/reader-scope';
import { resourceOf } from '../../cases/reading/loaded-case';
import type { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { UnmetNeedsDto } from './unmet-needs.dto';
import { UnmetNeedsRepository } from './unmet-needs.repository';
import { writeUnmetCsv } from './write-unmet-csv';

const MOST_LISTED = 500;
const MOST_EXPORTED = 5_000;

/** Needs that nobody meets, for the list that goes to the département: those of the teams whose supervisor asks. */
@Injectable()
export class UnmetNeedsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly unmet: UnmetNeedsRepository,
    private readonly rows: CaseRowsRepository,
    private readonly scopes: ReaderScopes,
  ) {}

  /** Figures to pass on; how many lines and needs left is noted in the record. Refused where they are not all. */
  async exportUnmet(language: keyof Words): Promise<string> {
    const counts = await this.unmet.countUnmet(this.scopes.teamsFor('approve'), MOST_EXPORTED + 1);
    if (counts.length > MOST_EXPORTED) throw tooMany();
    const needs = counts
      // Counted beside its other reason.
      .filter(({ reason }) => reason !== 'age-gap')
      .reduce((sum, { open, recorded }) => sum + open + recorded, 0);
    this.unit.notes({ lines: counts.length, needs });
    return writeUnmetCsv(counts, { language, isFiction: this.unit.space.kind === 'training' });
  }

  async listUnmet(): Promise<UnmetNeedsDto> {
    const teamIds = this.scopes.teamsFor('approve');
    const { items, hasMore } = await this.unmet.listUnmet(teamIds);
    const principal = principalOf(this.unit.account);
    const ids = [...new Set(items.map(({ caseFileId }) => caseFileId))];
    const rows = (await this.rows.listRows(ids)).filter(
      (row) => may(principal, 'approve', resourceOf(row)).yes,
    );
    this.unit.shows(rows.map(({ id }) => id));
    const byTerritory = Map.groupBy(
      await this.unmet.countUnmet(teamIds, MOST_LISTED),
      ({ territory }) => territory,
    );
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

const tooMany = (): Refusal =>
  refused(
    'too-many-lines',
    `Plus de ${String(MOST_EXPORTED)} lignes : rien n’est exporté à moitié.`,
    `More than ${String(MOST_EXPORTED)} lines: nothing is exported by half.`,
  );
