import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { InboxService } from './inbox.service';
import { DigestChoiceDto, RemindersDto } from './reminders.dto';

@ApiTags('reminders')
@Controller()
export class RemindersController {
  constructor(private readonly inbox: InboxService) {}

  @Route('GET reminders', {
    summary: 'What this account was told of and is still due',
    act: 'reminder.list',
    purpose: 'care',
    needs: { on: 'own' },
    answers: RemindersDto,
    refuses: [],
  })
  listReminders(): Promise<RemindersDto> {
    return this.inbox.showInbox();
  }

  @Route('PUT case-files/:id/answered-reminders/:reminderId', {
    summary: 'Say that one sees to it: nobody else is told in one’s place; it does nothing of the act',
    act: 'reminder.answer',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    once: true,
    answers: null,
    refuses: [],
  })
  answerReminder(@Param('id') id: string, @Param('reminderId') reminderId: string): Promise<void> {
    return this.inbox.answerReminder(id, reminderId);
  }

  @Route('PUT reminders/choice', {
    summary: 'The hour of the day’s word, and whether it comes by mail',
    act: 'reminder.choose',
    purpose: 'care',
    needs: { on: 'own' },
    once: false,
    answers: null,
    refuses: ['invalid', 'unsupported-media'],
  })
  chooseDigest(@Body() choice: DigestChoiceDto): Promise<void> {
    return this.inbox.chooseDigest(choice);
  }
}
