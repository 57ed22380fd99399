import { ApiProperty } from '@nestjs/swagger';
import { PlainText } from '../../platform/answers/plain-text';
import { KeptMomentDto, TRAINING_SPACE_STATES } from '../spaces/training-spaces.dto';

export class KeepMomentDto {
  @ApiProperty({ maxLength: 60, description: 'What the moment is called; nobody’s name' })
  @PlainText(60)
  readonly title: string;
}

export class BranchDto {
  @ApiProperty({ maxLength: 60, description: 'What the branch is called; nobody’s name' })
  @PlainText(60)
  readonly title: string;
}

/** A space that began with a moment of this one. */
export class BranchOfDto {
  @ApiProperty() readonly key: string;
  @ApiProperty() readonly title: string;
  @ApiProperty({ enum: TRAINING_SPACE_STATES }) readonly state: (typeof TRAINING_SPACE_STATES)[number];
  @ApiProperty({ format: 'date-time', description: 'Where this space’s clock stood' }) readonly at: string;
}

/** What a branch has of the record of the space that it was made from. */
export class PastDto {
  @ApiProperty({ description: 'How many entries of its record are of that space' }) readonly size: number;
  @ApiProperty({ description: 'Root over them, 64 hex digits' }) readonly root: string;
  @ApiProperty({ description: 'Whether the record of this branch still has them as they were' })
  readonly holds: boolean;
  @ApiProperty({
    ...{ type: Boolean, nullable: true },
    description: 'Whether the space that it was made from has them as well; null: it is not there any more',
  })
  readonly holdsInParent: boolean | null;
}

export class MomentsDto {
  @ApiProperty({ description: 'How many are kept at once' }) readonly most: number;
  @ApiProperty({ type: [KeptMomentDto], description: 'First to last' })
  readonly moments: readonly KeptMomentDto[];
  @ApiProperty({ type: [BranchOfDto], description: 'Newest first' })
  readonly branches: readonly BranchOfDto[];
  @ApiProperty({ type: PastDto, nullable: true, description: 'null: this space is no branch' })
  readonly past: PastDto | null;
}
