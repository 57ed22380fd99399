import { Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../platform/routes/route';
import { compareVersions } from '@repere/protocol';
import { keyOf, ProtocolLibrary } from './protocol-library';
import { ProtocolReader } from './protocol-reader';
import { ProtocolSummaryDto, ReadableProtocolDto } from './protocol.dto';
import type { PublishedVersion } from './publishing/published-protocols';
import { ProofsQuery } from './versions/proofs.query';

@ApiTags('protocols')
@Controller('protocols')
export class ProtocolsController {
  constructor(
    private readonly reader: ProtocolReader,
    private readonly library: ProtocolLibrary,
    private readonly proofs: ProofsQuery,
  ) {}

  @Route('GET', {
    summary: 'Published protocols, every version, newest of each first',
    act: 'protocol.list',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: [ProtocolSummaryDto],
    refuses: [],
  })
  async listProtocols(): Promise<ProtocolSummaryDto[]> {
    const published = await this.reader.openProtocols();
    const { inForce } = published;
    const proofs = await this.proofs.worst();
    return [...published.versions.values()]
      .filter(({ base }) => base === null)
      .sort(
        (a, b) =>
          a.document.code.localeCompare(b.document.code) ||
          compareVersions(b.document.version, a.document.version),
      )
      .map((version) => ({
        ...summary(version, inForce),
        proof: proofs.get(keyOf(version.document.protocol, version.document.version)) ?? null,
      }));
  }

  @Route('GET :name/versions/:version', {
    summary: 'One version, readable: texts in both languages, with the sources that it cites',
    act: 'protocol.read',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: ReadableProtocolDto,
    refuses: ['not-found'],
  })
  async readProtocol(
    @Param('name') name: string,
    @Param('version') version: string,
  ): Promise<ReadableProtocolDto> {
    const { published, found } = await this.reader.version(name, version);
    const { facts, reasons, evidence, moments } = this.library.shared;
    return {
      ...summary(found, found.territory === null ? published.inForce : published.inForceIn(found.territory)),
      document: found.document,
      shared: { facts, reasons, evidence, moments },
      sources: this.library.sources,
    };
  }
}

function summary(
  { document, hash, publishedAt }: PublishedVersion,
  inForce: Readonly<Record<string, string>>,
): ProtocolSummaryDto {
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
    inForce: inForce[protocol] === version,
  };
}
