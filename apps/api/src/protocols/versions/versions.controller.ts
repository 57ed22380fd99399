import { Controller, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Example, loadExample } from '@repere/protocol';
import { fileOf } from '../../platform/answers/file-of';
import type { WordsDto } from '../../platform/answers/words.dto';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { binary } from '../../platform/routes/route-answers';
import { keyOf, ProtocolLibrary } from '../protocol-library';
import { ProtocolReader } from '../protocol-reader';
import { ProofsQuery } from './proofs.query';
import { DraftVersions } from '../drafts/draft-versions';
import { VersionFiles } from './version-files.service';
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
export class VersionsController {
  constructor(
    private readonly reader: ProtocolReader,
    private readonly library: ProtocolLibrary,
    private readonly records: VersionRecordsQuery,
    private readonly proofs: ProofsQuery,
    private readonly files: VersionFiles,
    private readonly drafts: DraftVersions,
  ) {}

  @Route('GET bundle', {
    summary:
      'What the engine needs to play these versions in the browser; for whoever leads training, of drafts without errors as well',
    act: 'protocol.bundle',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: EngineBundleDto,
    refuses: ['not-found', 'invalid'],
  })
  async bundle(@Query() { versions }: BundleQueryDto): Promise<EngineBundleDto> {
    const published = await this.reader.openProtocols();
    const keys = versions.split(',');
    // A story is played before a training space is made of it.
    const drafts = this.reader.mayDo('lead-training') ? await this.drafts.findVersions(keys, published) : [];
    const known = new Map([
      ...drafts.map(({ document }) => [keyOf(document.protocol, document.version), document] as const),
      ...[...published.versions].map(([key, { document }]) => [key, document] as const),
    ]);
    const documents = keys.map((key) => {
      const found = known.get(key);
      if (!found) throw new Refusal('not-found');
      return found;
    });
    return { shared: this.library.shared, documents };
  }

  @Route('GET shared-files', {
    summary:
      'What all protocols stand on: facts, sources, parts, as files. An editor checks a draft against them',
    act: 'protocol.shared-files',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: SharedFilesDto,
    refuses: ['not-found'],
  })
  async sharedFiles(): Promise<SharedFilesDto> {
    await this.reader.openProtocols();
    return { files: this.library.sharedFiles };
  }

  @Route('GET :name/versions', {
    summary: 'Versions of a protocol, newest first: who let them through, since when they hold',
    act: 'protocol.versions',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: [VersionRecordDto],
    refuses: ['not-found'],
  })
  async versions(@Param('name') name: string): Promise<VersionRecordDto[]> {
    return [...(await this.records.listRecords(name, await this.reader.openProtocols()))];
  }

  @Route('GET :name/versions/:version/proof', {
    summary: 'What exploring found of this version, with the versions explored together',
    act: 'protocol.proof',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: ProofOfVersionDto,
    refuses: ['not-found'],
  })
  async proof(@Param('name') name: string, @Param('version') version: string): Promise<ProofOfVersionDto> {
    return this.proofs.describeProof((await this.reader.version(name, version)).found);
  }

  @Route('GET :name/versions/:version/examples', {
    summary: 'Worked histories of this version, to be played with the engine',
    act: 'protocol.examples',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: [ProtocolExampleDto],
    refuses: ['not-found'],
  })
  async examples(
    @Param('name') name: string,
    @Param('version') version: string,
  ): Promise<ProtocolExampleDto[]> {
    const { found } = await this.reader.version(name, version);
    const files = await this.files.findFiles(keyOf(name, found.base ?? version));
    return Object.entries(files ?? {})
      .filter(([path]) => path.startsWith('examples/'))
      .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .flatMap(([path, yaml]) => {
        const { example } = loadExample(yaml, path);
        if (!example) return [];
        const { title = example.story, story } = example;
        const id = path.slice('examples/'.length, -'.yaml'.length);
        return [{ id, title: inBoth(title), story: inBoth(story), yaml }];
      });
  }

  @Route('GET :name/versions/:version/files', {
    summary: 'The files of a version as they were published, unchanged',
    act: 'protocol.export',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: VersionFilesDto,
    refuses: ['not-found'],
  })
  async export(@Param('name') name: string, @Param('version') version: string): Promise<VersionFilesDto> {
    const { found } = await this.reader.version(name, version);
    const files = await this.files.findFiles(keyOf(name, version));
    if (!files) throw new Refusal('not-found');
    return { protocol: name, version, hash: found.hash, files };
  }

  @Route('GET :name/versions/:version/files.zip', {
    summary: 'The same as an archive, in the folder `<name>/<version>/`',
    act: 'protocol.export',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: binary('application/zip'),
    refuses: ['not-found'],
  })
  async exportZip(@Param('name') name: string, @Param('version') version: string): Promise<StreamableFile> {
    const { files } = await this.export(name, version);
    const inFolder = Object.entries(files).map(
      ([path, text]) => [`${name}/${version}/${path}`, text] as const,
    );
    return fileOf(zipOf(inFolder), 'application/zip', `${name}-${version}.zip`);
  }
}

/** English may be missing while somebody writes. */
const inBoth = ({ fr, en = fr }: Example['story']): WordsDto => ({ fr, en });
