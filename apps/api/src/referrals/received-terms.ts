import { ApiProperty } from '@nestjs/swagger';
import { sharingGroundWords } from '@repere/privacy';
import { WordsDto } from '../platform/answers/words.dto';
import { CHILD_VIEW, type ChildView } from '../cases/steps/step-input.dto';
import type { KeptSharing } from '../privacy/sharing/sharing.repository';

const TOLD = ['yes', 'no'] as const;

/** What whoever receives a referral knows before they call anybody: the ground, and who was told. Why somebody was not told stays ours. */
export class ReceivedTermsDto {
  @ApiProperty({ type: WordsDto, description: 'On which ground it was told (F38)' })
  readonly ground: WordsDto;
  @ApiProperty({ description: 'Whether whoever receives it is bound by secrecy' }) readonly isBound: boolean;
  @ApiProperty({ enum: TOLD, description: 'Whether the child was told of it first' })
  readonly child: (typeof TOLD)[number];
  @ApiProperty({ enum: TOLD, description: 'Whether the parents were: if not, they are not called' })
  readonly parents: (typeof TOLD)[number];
  @ApiProperty({ ...CHILD_VIEW, nullable: true, description: 'null: nothing was noted' })
  readonly childView: ChildView | null;
}

export function receivedTerms(
  shared: Pick<KeptSharing, 'ground' | 'content'> | null,
): ReceivedTermsDto | null {
  if (!shared?.content) return null;
  const { isBound, child, parents, childView = null } = shared.content;
  return {
    ...{ ground: sharingGroundWords(shared.ground), isBound },
    ...{ child: child.told, parents: parents.told, childView },
  };
}
