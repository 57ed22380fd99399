import { Inject, Injectable } from '@nestjs/common';
import { FIELD_CLASSES } from '@repere/access';
import { canonicalJson } from '@repere/ledger';
import { civilDate, isoDay, localDay } from '@repere/feel';
import { writeHtml } from '../../audit/bundle/dossier/write-html';
import { PackBundle } from '../../audit/bundle/packing/pack-bundle';
import { CaseReader } from '../../cases/reading/case-reader';
import type { Configuration } from '../../platform/settings/configuration';
import { CONFIGURATION } from '../../platform/tokens';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { refused } from '../../platform/refusals/refused';
import { SharingRepository } from '../sharing/sharing.repository';
import { PrintDossier } from '../../audit/bundle/dossier/print-dossier';
import { AccessRequests, type RequestRow } from './access-requests.repository';
import { AccessRequestsService } from './access-requests.service';
import type { GatheredLine } from './gathered-line';
import { PackFiles } from './pack-files.service';
import { renderAccess } from './render-access';
import type { AccessRequestDto } from './access-requests.dto';

/** What leaves: only lines that a second person kept, as pages, paper and data. */
@Injectable()
export class HandOver {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly unit: UnitOfWork,
    private readonly service: AccessRequestsService,
    private readonly requests: AccessRequests,
    private readonly reader: CaseReader,
    private readonly sharing: SharingRepository,
    private readonly papers: PrintDossier,
    private readonly packing: PackBundle,
    private readonly packFiles: PackFiles,
  ) {}

  /** The ZIP; `refused` before a second person has read every line. */
  async pack(id: string): Promise<{ readonly zip: Uint8Array; readonly name: string }> {
    const row = await this.service.getRequest(id);
    if (row.reviewedBy === null || row.outcome === 'refused') throw unread();
    const lines = keptOf(row);
    const redacted = row.lines - lines.length;
    const { listed, files: documents } = await this.packFiles.packFiles(row.caseFileId, lines);
    const paths = new Map(listed.filter(({ why }) => why === null).map(({ line, path }) => [line, path]));
    const data = canonicalJson(
      lines.map(({ id: line, section, label, text }) => {
        const path = paths.get(line);
        const said = { section: section.fr, label: label.fr, text: text.fr };
        return path === undefined ? said : { ...said, file: path };
      }),
    );
    if (!data.ok) throw new Error(`no JSON: ${data.problem.code}`);
    const files: Record<string, Uint8Array> = { ...documents, 'data.json': Buffer.from(data.json) };
    const { year, month, day } = civilDate(localDay(this.unit.now(), 'Europe/Paris'));
    for (const language of ['fr', 'en'] as const) {
      const document = renderAccess(
        {
          lines,
          redacted,
          files: listed,
          subject: row.subject,
          date: [year, month, day],
          isFiction: this.configuration.demo || this.unit.space.kind === 'training',
        },
        language,
      );
      files[`access.${language}.html`] = Buffer.from(writeHtml(document));
      files[`access.${language}.pdf`] = await this.papers.print(document);
    }
    const leftOut = listed.length - paths.size;
    this.unit.notes({ request: id, kept: lines.length, redacted, files: paths.size, leftOut });
    return { zip: await this.packing.pack(files), name: `access-${id.slice(0, 8)}.zip` };
  }

  /** Records to whom and how; on the case as something that was shared, too. */
  async handOver(id: string, toWhom: string, how: string): Promise<AccessRequestDto> {
    const row = await this.service.getOpenRequest(id);
    if (row.reviewedBy === null) throw unread();
    await this.requests.settleRequest(row, 'handed-over', { toWhom, how });
    const lines = keptOf(row);
    if (row.caseFileId !== null) await this.recordHandOver(row, row.caseFileId, lines, toWhom, how);
    else this.unit.notes({ request: id, outcome: 'handed-over', lines: lines.length });
    return this.service.readRequest(id);
  }

  private async recordHandOver(
    { id, content }: RequestRow,
    caseFileId: string,
    lines: readonly GatheredLine[],
    toWhom: string,
    how: string,
  ): Promise<void> {
    await this.unit.recordEvent({
      type: 'access-request.hand-over',
      caseFileId,
      payload: { request: id, outcome: 'handed-over', lines: lines.length, to: toWhom, how },
    });
    const file = await this.reader.readCase(caseFileId, 'retain');
    const classes = new Set(lines.map(({ fieldClass }) => fieldClass));
    await this.sharing.addSharing(file, {
      on: isoDay(localDay(this.unit.now(), file.territory.zone)),
      ground: 'access-request',
      classes: FIELD_CLASSES.filter((it) => classes.has(it)),
      toWhom,
      isBound: false,
      what: `Droit d’accès : ${String(lines.length)} lignes relues et remises.`,
      why: `Demande de ${content.askedBy}`,
      child: { told: 'no', why: 'La remise répond à une demande.' },
      parents: { told: 'no', why: 'La remise répond à une demande.' },
      how: 'file',
    });
  }
}

const keptOf = ({ content, review }: RequestRow): readonly GatheredLine[] =>
  content.lines.filter(({ id }) => review[id]?.keep === true);

const unread = () =>
  refused(
    'not-reviewed',
    'Une autre personne doit d’abord tout relire.',
    'Another person must review all of it first.',
  );
