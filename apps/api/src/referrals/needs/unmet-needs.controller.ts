import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { UnmetNeedsDto } from './unmet-needs.dto';
import { UnmetNeedsService } from './unmet-needs.service';

@ApiTags('directory')
@Controller('unmet-needs')
export class UnmetNeedsController {
  constructor(private readonly unmet: UnmetNeedsService) {}

  @Route('GET', {
    summary: 'Needs of children of one’s teams that nobody meets, counted by département, need and reason',
    act: 'need.unmet',
    purpose: 'care',
    needs: { on: 'team', act: 'approve' },
    answers: UnmetNeedsDto,
    refuses: [],
  })
  listUnmet(): Promise<UnmetNeedsDto> {
    return this.unmet.listUnmet();
  }
}
