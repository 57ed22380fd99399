import { Controller, Param, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { ProtocolDiff } from '@repere/cases';
import { Matches } from 'class-validator';
import { Refusal } from '../../platform/refusal';
import { Route } from '../../platform/routes/route';
import { CheckDraft } from '../drafts/check-draft';
import { DIFF_STOPPED } from '../drafts/check-number';
import { DraftFinder } from '../drafts/draft-finder';
import { ProtocolReader } from '../protocol-reader';
import { DiffVersions } from './diff-versions';

const DRAFT = 'draft:';

export class DiffQueryDto {
  @ApiProperty({ example: '1.0.0' })
  @Matches(/^\d{1,5}\.\d{1,5}\.\d{1,5}(\+[\w.]{1,20})?$/)
  readonly from: string;

  @ApiProperty({ example: '1.1.0', description: 'A version, or `draft:<id>` for who writes or reviews protocols' })
  @Matches(/^(\d{1,5}\.\d{1,5}\.\d{1,5}(\+[\w.]{1,20})?|draft:[0-9a-f-]{36})$/)
  readonly to: string;
}

export class VersionChangeDto {
  @ApiProperty({
    enum: ['step', 'deadline', 'condition', 'approval', 'field', 'fact', 'outcome', 'opens', 'safeguard', 'limit', 'text'],
  })
  readonly what: ProtocolDiff['changes'][number]['what'];
  @ApiProperty({ enum: ['added', 'changed', 'removed', 'longer', 'shorter'] })
  readonly how: ProtocolDiff['changes'][number]['how'];
  @ApiProperty() readonly id: string;
  @ApiProperty({ enum: ['protects-more', 'protects-less', 'look', 'words'] })
  readonly effect: ProtocolDiff['changes'][number]['effect'];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  readonly text: ProtocolDiff['changes'][number]['text'];
  @ApiProperty({ required: false }) readonly before?: string;
  @ApiProperty({ required: false }) readonly after?: string;
}

export class ProtocolDiffDto implements ProtocolDiff {
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly from: string;
  @ApiProperty() readonly to: string;
  @ApiProperty({ enum: ['patch', 'minor', 'major'] }) readonly kind: ProtocolDiff['kind'];
  @ApiProperty({ type: [VersionChangeDto], description: 'Gravest first' })
  readonly changes: readonly VersionChangeDto[];
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
    const { shelf } = await this.reader.version(name, from);
    const after = to.startsWith(DRAFT)
      ? await this.ofDraft(to.slice(DRAFT.length))
      : (await this.reader.version(name, to)).found.document;
    const diff = after.protocol === name ? await this.diffs.from(from, after, shelf) : null;
    if (!diff) throw new Refusal('not-found');
    if (diff === 'stopped') throw new Refusal('refused', { reasons: [DIFF_STOPPED] });
    return diff;
  }

  private async ofDraft(id: string) {
    const { draft, shelf } = await this.drafts.read(id);
    const { document } = await this.checker.check(draft.files, shelf);
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
