import { ApiProperty } from '@nestjs/swagger';
import { REFERABLE_CLASSES, type FieldClass } from '@repere/access';
import { SHARING_GROUNDS, type SharingGround } from '@repere/privacy';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';
import { SharingBasisDto } from '../../privacy/sharing/sharing.dto';

/** How a service without account is told who the child is. */
export const TOLD_BY = ['spoken', 'written'] as const;

export class TellServiceDto extends SharingBasisDto {
  @ApiProperty({ description: 'What it was told, as it stands in the register of sharing' })
  @PlainText(4_000)
  readonly what: string;

  @ApiProperty({ enum: REFERABLE_CLASSES, isArray: true, minItems: 1 })
  @IsIn(REFERABLE_CLASSES, { each: true })
  @ArrayUnique()
  @ArrayMinSize(1)
  @ArrayMaxSize(REFERABLE_CLASSES.length)
  @IsArray()
  readonly classes: readonly FieldClass[];

  @ApiProperty({ enum: TOLD_BY })
  @IsIn(TOLD_BY)
  readonly how: (typeof TOLD_BY)[number];

  @ApiProperty({ enum: SHARING_GROUNDS })
  @IsIn(SHARING_GROUNDS)
  readonly ground: SharingGround;
}
