import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { CoverDto, PlanDutyDto, PlannedDto, PlanSubstitutionDto } from './cover.dto';
import { CoverPageService } from './cover-page.service';
import { PlanCoverService } from './plan-cover.service';

/** Substitutions during leave, and the rota. */
@ApiTags('access')
@Controller()
export class CoverController {
  constructor(
    private readonly page: CoverPageService,
    private readonly planning: PlanCoverService,
  ) {}

  @Route('GET cover', {
    summary: 'Who stands in for whom and who is on duty in the reader’s teams',
    act: 'cover.read',
    purpose: 'administration',
    needs: { on: 'team', act: 'list-members' },
    answers: CoverDto,
    refuses: [],
  })
  showCover(): Promise<CoverDto> {
    return this.page.showCover();
  }

  @Route('POST substitutions', {
    summary: 'Name who stands in for somebody on leave',
    act: 'cover.substitute',
    purpose: 'supervision',
    needs: { on: 'team', act: 'plan-cover' },
    once: true,
    answers: created(PlannedDto),
    refuses: ['invalid', 'refused'],
  })
  substitute(@Body() body: PlanSubstitutionDto): Promise<PlannedDto> {
    return this.planning.substitute(body);
  }

  @Route('DELETE substitutions/:id', {
    summary: 'End a substitution now',
    act: 'cover.end-substitution',
    purpose: 'supervision',
    needs: { on: 'team', act: 'plan-cover' },
    once: true,
    answers: null,
    refuses: [],
  })
  endSubstitution(@Param('id') id: string): Promise<void> {
    return this.planning.endSubstitution(id);
  }

  @Route('POST duties', {
    summary: 'Put somebody on duty for a team',
    act: 'cover.put-on-duty',
    purpose: 'supervision',
    needs: { on: 'team', act: 'plan-cover' },
    once: true,
    answers: created(PlannedDto),
    refuses: ['invalid', 'refused'],
  })
  putOnDuty(@Body() body: PlanDutyDto): Promise<PlannedDto> {
    return this.planning.putOnDuty(body);
  }

  @Route('DELETE duties/:id', {
    summary: 'End a turn of duty now',
    act: 'cover.end-duty',
    purpose: 'supervision',
    needs: { on: 'team', act: 'plan-cover' },
    once: true,
    answers: null,
    refuses: [],
  })
  endDuty(@Param('id') id: string): Promise<void> {
    return this.planning.endDuty(id);
  }
}
