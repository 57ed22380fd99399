import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { loadExample } from '@repere/protocol-engine';
import { Act } from '../../platform/act';
import { fileOf } from '../../platform/file-of';
import { Refuses } from '../../platform/openapi';
import { Refusal } from '../../platform/refusal';
import { keyOf, ProtocolLibrary } from '../protocol-library';
import { ProtocolReader } from '../protocol-reader';
import { ProofsQuery } from './proofs.query';
import { VersionFiles } from './version-files.query';
import { VersionRecordsQuery } from './version-records.query';
import {
  BundleQueryDto,
  EngineBundleDto,
  ProofOfVersionDto,
  ProtocolExampleDto,
  SharedFilesDto,
  VersionFilesDto,
  VersionRecordDto,
} from './versions.dto';
import { zipOf } from './zip-of';

/** What surrounds published versions, and what they are made of. */
@ApiTags('protocols')
@Controller('protocols')
@Refuses('not-found', 'not-allowed')
export class VersionsController {
  constructor(
    private readonly reader: ProtocolReader,
    private readonly library: ProtocolLibrary,
    private readonly records: VersionRecordsQuery,
    private readonly proofs: ProofsQuery,
    private readonly files: VersionFiles,
  ) {}

  @Get('bundle')
  @Act('protocol.bundle')
  @Refuses('invalid')
  @ApiOperation({ summary: 'What the engine needs to play these versions in the browser' })
  @ApiOkResponse({ type: EngineBundleDto })
  async bundle(@Query() { versions }: BundleQueryDto): Promise<EngineBundleDto> {
    const shelf = await this.reader.open();
    const documents = versions.split(',').map((key) => {
      const found = shelf.versions.get(key);
      if (!found) throw new Refusal('not-found');
      return found.document;
    });
    return { shared: this.library.shared, documents };
  }

  @Get('shared-files')
  @Act('protocol.shared-files')
  @ApiOperation({ summary: 'What all protocols stand on: facts, sources, parts, as files. An editor checks a draft against them' })
  @ApiOkResponse({ type: SharedFilesDto })
  async sharedFiles(): Promise<SharedFilesDto> {
    await this.reader.open();
    return { files: this.library.sharedFiles };
  }

  @Get(':name/versions')
  @Act('protocol.versions')
  @ApiOperation({ summary: 'Versions of a protocol, newest first: who let them through, since when they hold' })
  @ApiOkResponse({ type: [VersionRecordDto] })
  async versions(@Param('name') name: string): Promise<VersionRecordDto[]> {
    return [...(await this.records.list(name, await this.reader.open()))];
  }

  @Get(':name/versions/:version/proof')
  @Act('protocol.proof')
  @ApiOperation({ summary: 'What exploring found of this version, with the versions explored together' })
  @ApiOkResponse({ type: ProofOfVersionDto })
  async proof(@Param('name') name: string, @Param('version') version: string): Promise<ProofOfVersionDto> {
    return this.proofs.of((await this.reader.version(name, version)).found);
  }

  @Get(':name/versions/:version/examples')
  @Act('protocol.examples')
  @ApiOperation({ summary: 'Worked histories of this version, to be played with the engine' })
  @ApiOkResponse({ type: [ProtocolExampleDto] })
  async examples(
    @Param('name') name: string,
    @Param('version') version: string,
  ): Promise<ProtocolExampleDto[]> {
    const { found } = await this.reader.version(name, version);
    const files = await this.files.of(keyOf(name, found.base ?? version));
    return Object.entries(files ?? {})
      .filter(([path]) => path.startsWith('examples/'))
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .flatMap(([path, yaml]) => {
        const { example } = loadExample(yaml, path);
        if (!example) return [];
        const { fr, en } = example.story;
        return [{ id: path.slice('examples/'.length, -'.yaml'.length), story: { fr, en: en ?? fr }, yaml }];
      });
  }

  @Get(':name/versions/:version/files')
  @Act('protocol.export')
  @ApiOperation({ summary: 'The files of a version as they were published, unchanged' })
  @ApiOkResponse({ type: VersionFilesDto })
  async export(@Param('name') name: string, @Param('version') version: string): Promise<VersionFilesDto> {
    const { found } = await this.reader.version(name, version);
    const files = await this.files.of(keyOf(name, version));
    if (!files) throw new Refusal('not-found');
    return { protocol: name, version, hash: found.hash, files };
  }

  @Get(':name/versions/:version/files.zip')
  @Act('protocol.export')
  @ApiProduces('application/zip')
  @ApiOperation({ summary: 'The same as an archive, in the folder `<name>/<version>/`' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportZip(
    @Param('name') name: string,
    @Param('version') version: string,
  ): Promise<StreamableFile> {
    const { files } = await this.export(name, version);
    const inFolder = Object.entries(files).map(
      ([path, text]) => [`${name}/${version}/${path}`, text] as const,
    );
    return fileOf(zipOf(inFolder), 'application/zip', `${name}-${version}.zip`);
  }
}
