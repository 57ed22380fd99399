import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { NightHandOverDto, NightHandOverQueryDto } from './hand-over.dto';
import { HandOverService } from './hand-over.service';

/** From the day to the night. */
@ApiTags('cases')
@Controller('hand-over')
export class HandOverController {
  constructor(private readonly handingOver: HandOverService) {}

  @Route('GET', {
    summary: 'What the night needs to know: what protects now, what is due before the morning, whom to call',
    act: 'hand-over.read',
    purpose: 'care',
    needs: { on: 'lists' },
    answers: NightHandOverDto,
    refuses: ['invalid', 'not-allowed'],
  })
  readHandOver(@Query() { scope = 'me' }: NightHandOverQueryDto): Promise<NightHandOverDto> {
    return this.handingOver.showHandOver(scope);
  }
}
