import { Injectable } from '@nestjs/common';
import { CaseReader } from '../../cases/reading/case-reader';
import type { CaseRow } from '../../cases/reading/case-row';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { sendVersions } from '../../protocols/sent-versions';
import type { KeptScenario } from '../scenarios/scenario-library';
import { SCORE_SQL } from '../score/score.query';
import type { SentStory } from './sent-story';

/** The case that a training space began with. Everything here is done within the caller’s unit of work. */
@Injectable()
export class StoryCase {
  constructor(
    private readonly units: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly rows: CaseRowsRepository,
    private readonly library: ProtocolLibrary,
  ) {}

  /** `null`: nothing was opened yet. */
  async findRow(): Promise<CaseRow | null> {
    const first = await SCORE_SQL.firstCase.first(this.units.manager);
    return first && this.rows.findRow(first.id);
  }

  /** To be told again where nothing is at hand but what is sent; with the case itself. */
  async sendStory(
    row: CaseRow,
    { yaml }: KeptScenario,
  ): Promise<{ readonly sent: SentStory; readonly loaded: LoadedCase }> {
    const loaded = await this.reader.loadCase(row);
    const { journal, published, territory } = loaded;
    const sent = {
      yaml,
      journal,
      territory: territory.code,
      published: sendVersions(published, this.library),
    };
    return { sent, loaded };
  }
}
