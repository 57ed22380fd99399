import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { may } from '@repere/access';
import { Act } from '../platform/act';
import { askerOf } from '../platform/asker';
import { Refuses } from '../platform/openapi';
import { Refusal } from '../platform/refusal';
import { UnitOfWork } from '../platform/unit-of-work';
import { compareVersions } from './compare-versions';
import { keyOf, ProtocolLibrary } from './protocol-library';
import { ProtocolShelf, type PublishedVersion, type Shelf } from './protocol-shelf';
import { ProtocolSummaryDto, ReadableProtocolDto } from './protocol.dto';

@ApiTags('protocols')
@Controller('protocols')
export class ProtocolsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly shelf: ProtocolShelf,
    private readonly library: ProtocolLibrary,
  ) {}

  @Get()
  @Act('protocol.list')
  @ApiOperation({ summary: 'Published protocols, every version, newest of each first' })
  @ApiOkResponse({ type: [ProtocolSummaryDto] })
  async list(): Promise<ProtocolSummaryDto[]> {
    const shelf = await this.open();
    return [...shelf.versions.values()]
      .sort(
        (a, b) =>
          a.document.code.localeCompare(b.document.code) ||
          compareVersions(b.document.version, a.document.version),
      )
      .map((version) => summary(version, shelf));
  }

  @Get(':name/versions/:version')
  @Act('protocol.read')
  @Refuses('not-found', 'not-allowed')
  @ApiOperation({ summary: 'One version, readable: texts in both languages, with the sources that it cites' })
  @ApiOkResponse({ type: ReadableProtocolDto })
  async read(@Param('name') name: string, @Param('version') version: string): Promise<ReadableProtocolDto> {
    const shelf = await this.open();
    const found = shelf.versions.get(keyOf(name, version));
    if (!found) throw new Refusal('not-found');
    const { facts, reasons, evidence, moments } = this.library.shared;
    return {
      ...summary(found, shelf),
      document: found.document,
      shared: { facts, reasons, evidence, moments },
      sources: this.library.sources,
    };
  }

  private async open(): Promise<Shelf> {
    if (!may(askerOf(this.unit.account), 'read-protocols', { kind: 'service' }).yes)
      throw new Refusal('not-allowed');
    return this.shelf.open();
  }
}

function summary({ document, hash, publishedAt }: PublishedVersion, shelf: Shelf): ProtocolSummaryDto {
  const { protocol, version, code, title, purpose, steps } = document;
  return {
    protocol,
    version,
    code,
    title,
    purpose,
    hash,
    steps: steps.length,
    publishedAt: publishedAt.toISOString(),
    inForce: shelf.inForce[protocol] === version,
  };
}
