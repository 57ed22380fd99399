import { Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { TriedLessonsDto } from './lessons.dto';
import { TryLessons } from './try-lessons.service';

/** A change of a protocol, told on the exercises that teach it. */
@ApiTags('training')
@Controller('protocol-drafts/:id/lessons')
export class LessonsController {
  constructor(private readonly trying: TryLessons) {}

  @Route('GET', {
    summary: 'Which exercises a draft would change: told with it, each run beside what its author wrote',
    act: 'protocol-draft.try-lessons',
    purpose: 'care',
    needs: { on: 'service', act: 'review-protocol' },
    answers: TriedLessonsDto,
    refuses: ['not-found', 'refused'],
  })
  readLessons(@Param('id') id: string): Promise<TriedLessonsDto> {
    return this.trying.tryAll(id);
  }
}
