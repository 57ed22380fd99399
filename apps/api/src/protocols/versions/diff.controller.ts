import { Controller, Param, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { CheckDraft } from '../drafts/checking/check-draft';
import { DIFF_STOPPED } from '../drafts/checking/check-number';
import { DraftFinder } from '../drafts/draft-finder';
import { ProtocolReader } from '../protocol-reader';
import { DiffVersions } from './diff-versions';
import { ProtocolDiffDto } from './protocol-diff.dto';

const DRAFT = 'draft:';

export class DiffQueryDto {
  @ApiProperty({ example: '1.0.0' })
  @Matches(/^\d{1,5}\.\d{1,5}\.\d{1,5}(\+[\w.]{1,20})?$/)
  readonly from: string;

  @ApiProperty({
    example: '1.1.0',
    description: 'A version, or `draft:<id>` for who writes or reviews protocols',
  })
  @Matches(/^(\d{1,5}\.\d{1,5}\.\d{1,5}(\+[\w.]{1,20})?|draft:[0-9a-f-]{36})$/)
  readonly to: string;
}

@ApiTags('protocols')
@Controller('protocols/:name/diff')
export class DiffController {
  constructor(
    private readonly reader: ProtocolReader,
    private readonly drafts: DraftFinder,
    private readonly checker: CheckDraft,
    private readonly diffs: DiffVersions,
  ) {}

  @Route('GET', {
    summary: 'What changes from one version to another, in words',
    act: 'protocol.diff',
    purpose: 'care',
    needs: { on: 'service', act: 'read-protocols' },
    answers: ProtocolDiffDto,
    refuses: ['invalid', 'not-found', 'refused'],
  })
  async diff(@Param('name') name: string, @Query() { from, to }: DiffQueryDto): Promise<ProtocolDiffDto> {
    const { published } = await this.reader.version(name, from);
    const after = to.startsWith(DRAFT)
      ? await this.ofDraft(to.slice(DRAFT.length))
      : (await this.reader.version(name, to)).found.document;
    const diff = after.protocol === name ? await this.diffs.from(from, after, published) : null;
    if (!diff) throw new Refusal('not-found');
    if (diff === 'stopped') throw new Refusal('refused', { reasons: [DIFF_STOPPED] });
    return diff;
  }

  private async ofDraft(id: string) {
    const { draft, published } = await this.drafts.readDraft(id);
    const { document } = await this.checker.check(draft.files, published);
    if (!document) throw new Refusal('refused', { reasons: [UNREADABLE] });
    return document;
  }
}

const UNREADABLE = {
  code: 'has-errors',
  text: {
    fr: 'Ce brouillon ne peut pas encore être lu : corrigez ses erreurs.',
    en: 'This draft can not be read yet: correct its errors.',
  },
};
