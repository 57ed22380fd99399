import { Injectable } from '@nestjs/common';
import type { Words } from '@repere/cases';
import type { JobState } from '../../platform/jobs/jobs';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { ProtocolReader } from '../../protocols/protocol-reader';
import type { PublishedProtocols } from '../../protocols/publishing/published-protocols';
import { UUID } from '../../platform/uuid';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import { ReaderScopes } from '../rights/reader-scope';
import type { DryRunRow } from './dry-run-row';
import type { TrialRow } from './dry-runs.query';
import { DryRunsRepository } from './dry-runs.repository';
import { TrialWords } from './trial-words';
import { writeTrialsCsv } from './write-trials-csv';
import type { DryRunCasesDto, DryRunDto } from './dry-runs.dto';

const PAGE = 50;

interface Opened {
  readonly dryRun: DryRunRow & { readonly state: JobState };
  readonly words: TrialWords;
}

/** Counts are for who may try protocols; cases are shown by their own policies, to who may read them. */
@Injectable()
export class DryRunPage {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: ProtocolReader,
    private readonly library: ProtocolLibrary,
    private readonly dryRuns: DryRunsRepository,
    private readonly scopes: ReaderScopes,
  ) {}

  async listDryRuns(): Promise<readonly DryRunDto[]> {
    const published = await this.reader.openProtocols('try-protocol');
    return (await this.dryRuns.latest()).map((dryRun) => this.describeDryRun(this.with(dryRun, published)));
  }

  async showDryRun(id: string): Promise<DryRunDto> {
    return this.describeDryRun(await this.openDryRun(id));
  }

  async cases(id: string, cursor?: string): Promise<DryRunCasesDto> {
    const { dryRun, words } = await this.openDryRun(id);
    const after = cursor === undefined ? null : readCursor(cursor, ['id'])[0];
    const rows = await this.dryRuns.trials(dryRun.id, this.scopes.teamsFor('read'), after, PAGE + 1);
    const items = rows.slice(0, PAGE);
    const last = items.at(-1);
    this.unit.shows(items.map(({ caseFileId }) => caseFileId));
    return {
      items: items.map((row) => itemOf(row, words)),
      next: rows.length > PAGE && last ? writeCursor([last.runId]) : null,
    };
  }

  /** Everything that the reader may see of it, as one text. The event names each case, and is kept before the text leaves. */
  async download(id: string, format: 'csv' | 'json', language: keyof Words): Promise<string> {
    const { dryRun, words } = await this.openDryRun(id);
    const rows = await this.dryRuns.trials(dryRun.id, this.scopes.teamsFor('read'), null, null);
    this.unit.shows([...new Set(rows.map(({ caseFileId }) => caseFileId))]);
    const items = rows.map((row) => itemOf(row, words));
    return format === 'json'
      ? JSON.stringify({ dryRun: this.describeDryRun({ dryRun, words }), items })
      : writeTrialsCsv(items, language);
  }

  private async openDryRun(id: string): Promise<Opened> {
    const published = await this.reader.openProtocols('try-protocol');
    const dryRun = UUID.test(id) ? await this.dryRuns.findDryRun(id) : null;
    if (!dryRun) throw new Refusal('not-found');
    this.unit.notes({ dryRun: id });
    return this.with(dryRun, published);
  }

  private with(dryRun: Opened['dryRun'], published: PublishedProtocols): Opened {
    const words = new TrialWords(dryRun, published.titledIn(dryRun.protocol), this.library.shared);
    return { dryRun, words };
  }

  private describeDryRun({ dryRun, words }: Opened): DryRunDto {
    return {
      id: dryRun.id,
      protocol: dryRun.protocol,
      to: dryRun.toVersion,
      draftId: dryRun.draftId,
      state: dryRun.state,
      askedAt: dryRun.askedAt.toISOString(),
      finishedAt: dryRun.finishedAt?.toISOString() ?? null,
      total: dryRun.total,
      done: dryRun.done,
      counts: words.counts(dryRun.counts, dryRun.done),
    };
  }
}

const itemOf = (
  { caseFileId, reference, runId, trial, movedAt }: TrialRow,
  words: TrialWords,
): DryRunCasesDto['items'][number] => ({
  caseFileId,
  reference,
  trial: words.trial(runId, trial),
  movedAt: movedAt?.toISOString() ?? null,
});
