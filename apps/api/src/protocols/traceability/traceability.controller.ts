import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listReferences, type Traced, traceItems } from '@repere/protocol';
import { Route } from '../../platform/routes/route';
import { ProtocolLibrary } from '../protocol-library';
import { ProtocolReader } from '../protocol-reader';
import { ReferenceLineDto, TraceLineDto, WordingDto } from './traceability.dto';

/** What the versions in force answer, and what they stand on. */
@ApiTags('protocols')
@Controller('protocols')
export class TraceabilityController {
  constructor(
    private readonly reader: ProtocolReader,
    private readonly library: ProtocolLibrary,
  ) {}

  @Route('GET traceability', {
    summary: 'Each item of the report, with what answers it, and what does not yet',
    act: 'protocol.trace',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: [TraceLineDto],
    refuses: [],
  })
  async items(): Promise<TraceLineDto[]> {
    return [...traceItems(await this.inForce(), this.library.answers)];
  }

  @Route('GET references', {
    summary: 'Each fact of law and practice: how sure, since when, what stands on it',
    act: 'protocol.references',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: [ReferenceLineDto],
    refuses: [],
  })
  async references(): Promise<ReferenceLineDto[]> {
    return [...listReferences(await this.inForce())];
  }

  @Route('GET wording', {
    summary: 'Words that blame a child, by language, with what to say instead',
    act: 'protocol.wording',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: WordingDto,
    refuses: [],
  })
  async wording(): Promise<WordingDto> {
    await this.reader.openProtocols();
    return this.library.shared.refusedWords;
  }

  private async inForce(): Promise<Traced> {
    const { versions, inForce } = await this.reader.openProtocols();
    const { shared, sources } = this.library;
    const documents = Object.entries(inForce)
      .flatMap(([name, version]) => versions.get(`${name}@${version}`)?.document ?? [])
      .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
    return { documents, shared, sources };
  }
}
