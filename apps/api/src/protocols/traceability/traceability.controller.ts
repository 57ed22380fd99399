import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { listReferences, type Traced, traceItems } from '@repere/protocol-engine';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { ProtocolLibrary } from '../protocol-library';
import { ProtocolReader } from '../protocol-reader';
import { ReferenceLineDto, TraceLineDto, WordingDto } from './traceability.dto';

/** What the versions in force answer, and what they stand on. */
@ApiTags('protocols')
@Controller('protocols')
@Refuses('not-allowed')
export class TraceabilityController {
  constructor(
    private readonly reader: ProtocolReader,
    private readonly library: ProtocolLibrary,
  ) {}

  @Get('traceability')
  @Act('protocol.trace')
  @ApiOperation({ summary: 'Each item of the report, with what answers it, and what does not yet' })
  @ApiOkResponse({ type: [TraceLineDto] })
  async items(): Promise<TraceLineDto[]> {
    return [...traceItems(await this.inForce(), this.library.answers)];
  }

  @Get('references')
  @Act('protocol.references')
  @ApiOperation({ summary: 'Each fact of law and practice: how sure, since when, what stands on it' })
  @ApiOkResponse({ type: [ReferenceLineDto] })
  async references(): Promise<ReferenceLineDto[]> {
    return [...listReferences(await this.inForce())];
  }

  @Get('wording')
  @Act('protocol.wording')
  @ApiOperation({ summary: 'Words that blame a child, by language, with what to say instead' })
  @ApiOkResponse({ type: WordingDto })
  async wording(): Promise<WordingDto> {
    await this.reader.open();
    return this.library.shared.refusedWords;
  }

  private async inForce(): Promise<Traced> {
    const { versions, inForce } = await this.reader.open();
    const { shared, sources } = this.library;
    const documents = Object.entries(inForce)
      .flatMap(([name, version]) => versions.get(`${name}@${version}`)?.document ?? [])
      .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
    return { documents, shared, sources };
  }
}
