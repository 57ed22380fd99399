import { Body, Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { HandOverSentDto, NightHandOverDto, NightHandOverQueryDto, SendHandOverDto } from './hand-over.dto';
import { HandOverService } from './hand-over.service';
import { SendHandOverService } from './send-hand-over.service';

/** From the day to the night. */
@ApiTags('cases')
@Controller('hand-over')
export class HandOverController {
  constructor(
    private readonly handingOver: HandOverService,
    private readonly sending: SendHandOverService,
  ) {}

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

  @Route('POST sent', {
    summary:
      'Tell those on duty until the morning that the hand-over waits for them: by a mail that says nothing of it',
    act: 'hand-over.send',
    purpose: 'care',
    needs: { on: 'lists' },
    once: true,
    answers: HandOverSentDto,
    refuses: ['invalid', 'not-allowed', 'refused', 'too-many', 'unsupported-media'],
  })
  sendHandOver(@Body() { scope }: SendHandOverDto): Promise<HandOverSentDto> {
    return this.sending.sendHandOver(scope);
  }
}
