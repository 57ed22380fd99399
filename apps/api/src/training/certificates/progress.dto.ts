import { ACCOUNT_ROLES, type AccountRole } from '@repere/access';
import { ApiProperty } from '@nestjs/swagger';
import { RENEWING_KINDS, type RenewingKind } from '@repere/protocol';
import { WordsDto } from '../../platform/answers/words.dto';
import { HeldCertificateDto } from './certificates.dto';

/** `not-asked`: not of this role. There is no other word: nobody is more up to date than another. */
export const STANDING_STATES = ['up-to-date', 'ends-soon', 'renewal-due', 'never', 'not-asked'] as const;
const CAUSES = ['months', 'version', 'since'] as const;

export class CurriculumItemDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty() readonly protocol: string;
  @ApiProperty({ type: String, nullable: true, description: 'In force; null: none is' })
  readonly version: string | null;
  @ApiProperty({ type: 'integer', description: 'TOOL: our own setting, without legal force' })
  readonly months: number;
  @ApiProperty({ enum: RENEWING_KINDS, description: 'Which new version asks for it again' })
  readonly renews: RenewingKind;
  @ApiProperty({ description: 'A step asks whether who does it is trained in this' })
  readonly isAsked: boolean;
}

export class StandingDto {
  @ApiProperty() readonly item: string;
  @ApiProperty({ enum: STANDING_STATES }) readonly state: (typeof STANDING_STATES)[number];
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'The last day on which it holds',
  })
  readonly until: string | null;
  @ApiProperty({ enum: CAUSES, isArray: true, description: 'Why it is to be renewed' })
  readonly because: readonly (typeof CAUSES)[number][];
}

export class PersonStandingDto {
  @ApiProperty({ format: 'uuid' }) readonly accountId: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: ACCOUNT_ROLES, isArray: true }) readonly roles: readonly AccountRole[];
  @ApiProperty({ type: [StandingDto], description: 'In the order of the items' })
  readonly standings: readonly StandingDto[];
  @ApiProperty({ type: [HeldCertificateDto], description: 'Newest first' })
  readonly certificates: readonly HeldCertificateDto[];
}

export class TrainingMatrixDto {
  @ApiProperty({ description: 'Whether this house answers by certificates whether somebody is trained' })
  readonly isFollowed: boolean;
  @ApiProperty({ type: [CurriculumItemDto] }) readonly items: readonly CurriculumItemDto[];
  @ApiProperty({
    type: [PersonStandingDto],
    description: 'People of the reader’s teams: who has most to do first, then by name',
  })
  readonly people: readonly PersonStandingDto[];
  @ApiProperty({ description: 'There are more people than are shown' }) readonly isCut: boolean;
}

export class OwnTrainingDto {
  @ApiProperty() readonly isFollowed: boolean;
  @ApiProperty({ type: [CurriculumItemDto] }) readonly items: readonly CurriculumItemDto[];
  @ApiProperty({ type: PersonStandingDto }) readonly own: PersonStandingDto;
}
