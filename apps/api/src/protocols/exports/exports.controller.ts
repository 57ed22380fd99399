import { Controller, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { drawProtocol } from '@repere/protocol-diagram';
import { IsIn, IsOptional } from 'class-validator';
import { fileOf } from '../../platform/answers/file-of';
import { Route } from '../../platform/routes/route';
import { binary } from '../../platform/routes/route-answers';
import { ProtocolLibrary } from '../protocol-library';
import { ProtocolReader } from '../protocol-reader';
import type { PublishedProtocols } from '../publishing/published-protocols';
import card from './card.typ';
import { PrintPaper } from './print-paper';
import protocol from './protocol.typ';
import { type PaperLanguage, pocketCard, protocolPaper } from './protocol-paper';
import { writeBpmn } from './write-bpmn';

class PaperQueryDto {
  @ApiPropertyOptional({ enum: ['fr', 'en'], default: 'fr' })
  @IsOptional()
  @IsIn(['fr', 'en'])
  readonly language?: PaperLanguage;
}

/** A published version to take away: as a paper, a card for the pocket, a drawing for a modeller. */
@ApiTags('protocols')
@Controller('protocols/:name/versions/:version')
export class ProtocolExportsController {
  constructor(
    private readonly reader: ProtocolReader,
    private readonly library: ProtocolLibrary,
    private readonly papers: PrintPaper,
  ) {}

  @Route('GET protocol.pdf', {
    summary: 'The whole version as a paper to read',
    act: 'protocol.print',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: binary('application/pdf'),
    refuses: ['invalid', 'not-found'],
  })
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

  @Route('GET card.pdf', {
    summary: 'What comes first and whom to call, on one side',
    act: 'protocol.print',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: binary('application/pdf'),
    refuses: ['invalid', 'not-found'],
  })
  async card(
    @Param('name') name: string,
    @Param('version') version: string,
    @Query() { language = 'fr' }: PaperQueryDto,
  ): Promise<StreamableFile> {
    const { found } = await this.reader.version(name, version);
    const pdf = await this.papers.print(card, pocketCard(found, { shared: this.library.shared, language }));
    return fileOf(pdf, 'application/pdf', `${name}-${version}-card.pdf`);
  }

  @Route('GET diagram.bpmn', {
    summary: 'The drawing as BPMN 2.0: an illustration, the YAML is the rule',
    act: 'protocol.draw',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: binary('application/xml'),
    refuses: ['invalid', 'not-found'],
  })
  async bpmn(
    @Param('name') name: string,
    @Param('version') version: string,
    @Query() { language = 'fr' }: PaperQueryDto,
  ): Promise<StreamableFile> {
    const { published, found } = await this.reader.version(name, version);
    const { document, hash } = found;
    const xml = await writeBpmn(drawProtocol(document, titlesOf(published)), {
      title: document.title,
      hash,
      language,
    });
    return fileOf(Buffer.from(xml), 'application/xml', `${name}-${version}.bpmn`);
  }
}

/** Titles of the protocols in force, by name. */
function titlesOf({ versions, inForce }: PublishedProtocols) {
  return Object.fromEntries(
    Object.entries(inForce).flatMap(([name, version]) => {
      const found = versions.get(`${name}@${version}`);
      return found ? [[name, found.document.title]] : [];
    }),
  );
}
