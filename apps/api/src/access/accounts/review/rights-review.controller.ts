import { Body, Controller, Param } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { ACCOUNT_ROLES, type AccountRole } from '@repere/access';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';
import { ParseUuid } from '../../../platform/parse-uuid';
import { Route } from '../../../platform/routes/route';
import { NamedDto } from '../../session.dto';
import { type Review, RightsReviewService } from './rights-review.service';

class LastReviewDto {
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty() readonly by: string;
}

export class RightsDueDto {
  @ApiProperty({ format: 'uuid' }) readonly accountId: string;
  @ApiProperty() readonly login: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: ACCOUNT_ROLES, isArray: true }) readonly roles: readonly AccountRole[];
  @ApiProperty({ type: [NamedDto] }) readonly teams: readonly NamedDto[];
  @ApiProperty({ format: 'date-time' }) readonly dueAt: string;
  @ApiProperty() readonly isOverdue: boolean;
  @ApiProperty({ type: LastReviewDto, nullable: true }) readonly lastReviewed: LastReviewDto | null;
}

class RightsDueListDto {
  @ApiProperty({ type: [RightsDueDto] }) readonly items: readonly RightsDueDto[];
}

class RightsReviewDto implements Review {
  @ApiProperty({ enum: ['confirmed', 'withdrawn'] })
  @IsIn(['confirmed', 'withdrawn'])
  readonly verdict: Review['verdict'];

  @ApiProperty({ enum: ACCOUNT_ROLES, isArray: true, description: 'As the reviewer saw them' })
  @IsIn(ACCOUNT_ROLES, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(ACCOUNT_ROLES.length)
  @IsArray()
  readonly roles: readonly AccountRole[];

  @ApiProperty({ type: [String], format: 'uuid', description: 'As the reviewer saw them' })
  @IsUUID('all', { each: true })
  @ArrayUnique()
  @ArrayMaxSize(50)
  @IsArray()
  readonly teamIds: readonly string[];
}

@ApiTags('administration')
@Controller('rights-reviews')
export class RightsReviewController {
  constructor(private readonly reviews: RightsReviewService) {}

  @Route('GET', {
    summary: 'Accounts whose roles and teams are to be confirmed, the most overdue first',
    act: 'rights-review.list',
    purpose: 'administration',
    needs: { on: 'accounts' },
    answers: RightsDueListDto,
    refuses: ['not-allowed'],
  })
  async list(): Promise<RightsDueListDto> {
    return { items: await this.reviews.due() };
  }

  @Route('POST :accountId', {
    summary: 'Confirm or withdraw the rights of an account, as the reviewer saw them',
    act: 'rights-review.settle',
    purpose: 'administration',
    needs: { on: 'accounts' },
    once: false,
    answers: null,
    refuses: ['not-allowed', 'step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media'],
  })
  settle(
    @Param('accountId', new ParseUuid()) accountId: string,
    @Body() review: RightsReviewDto,
  ): Promise<void> {
    return this.reviews.review(accountId, review);
  }
}
