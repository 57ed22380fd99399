import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { drawProtocol } from '@repere/protocol-diagram';
import { IsIn, IsOptional } from 'class-validator';
import { Act } from '../../platform/act';
import { fileOf } from '../../platform/file-of';
import { Refuses } from '../../platform/openapi';
import { ProtocolLibrary } from '../protocol-library';
import { ProtocolReader } from '../protocol-reader';
import type { Shelf } from '../shelf';
import card from './card.typ';
import { PrintPaper } from './print-paper';
import protocol from './protocol.typ';
import { type PaperLanguage, pocketCard, protocolPaper } from './protocol-paper';
import { writeBpmn } from './write-bpmn';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

class PaperQueryDto {
  @ApiPropertyOptional({ enum: ['fr', 'en'], default: 'fr' })
  @IsOptional()
  @IsIn(['fr', 'en'])
  readonly language?: PaperLanguage;
}

/** A published version to take away: as a paper, a card for the pocket, a drawing for a modeller. */
@ApiTags('protocols')
@Controller('protocols/:name/versions/:version')
@Refuses('invalid', 'not-found', 'not-allowed')
export class ProtocolExportsController {
  constructor(
    private readonly reader: ProtocolReader,
    private readonly library: ProtocolLibrary,
    private readonly papers: PrintPaper,
  ) {}

  @Get('protocol.pdf')
  @Act('protocol.print')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'The whole version as a paper to read' })
  @ApiOkResponse(BINARY)
  async paper(
    @Param('name') name: string,
    @Param('version') version: string,
    @Query() { language = 'fr' }: PaperQueryDto,
  ): Promise<StreamableFile> {
    const { found } = await this.reader.version(name, version);
    const { shared, sources } = this.library;
    const pdf = await this.papers.print(protocol, protocolPaper(found, { shared, sources, language }));
    return fileOf(pdf, 'application/pdf', `${name}-${version}.pdf`);
  }

  @Get('card.pdf')
  @Act('protocol.print')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'What comes first and whom to call, on one side' })
  @ApiOkResponse(BINARY)
  async card(
    @Param('name') name: string,
    @Param('version') version: string,
    @Query() { language = 'fr' }: PaperQueryDto,
  ): Promise<StreamableFile> {
    const { found } = await this.reader.version(name, version);
    const pdf = await this.papers.print(card, pocketCard(found, { shared: this.library.shared, language }));
    return fileOf(pdf, 'application/pdf', `${name}-${version}-card.pdf`);
  }

  @Get('diagram.bpmn')
  @Act('protocol.draw')
  @ApiProduces('application/xml')
  @ApiOperation({ summary: 'The drawing as BPMN 2.0: an illustration, the YAML is the rule' })
  @ApiOkResponse(BINARY)
  async bpmn(
    @Param('name') name: string,
    @Param('version') version: string,
    @Query() { language = 'fr' }: PaperQueryDto,
  ): Promise<StreamableFile> {
    const { shelf, found } = await this.reader.version(name, version);
    const { document, hash } = found;
    const xml = await writeBpmn(drawProtocol(document, titlesOf(shelf)), { title: document.title, hash, language });
    return fileOf(Buffer.from(xml), 'application/xml', `${name}-${version}.bpmn`);
  }
}

/** Titles of the protocols in force, by name. */
function titlesOf({ versions, inForce }: Shelf) {
  return Object.fromEntries(
    Object.entries(inForce).flatMap(([name, version]) => {
      const found = versions.get(`${name}@${version}`);
      return found ? [[name, found.document.title]] : [];
    }),
  );
}
