import { Controller, Param, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Shown } from '@repere/cases';
import { Route } from '../../platform/routes/route';
import { shownText } from '../../platform/shown';
import { WordsDto } from '../../platform/words.dto';
import { AlertsQuery } from './alerts.query';

export class AlertItemDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name'))
  readonly calledName: Shown<string>;
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ format: 'uuid' }) readonly entryId: string;
  @ApiProperty({ enum: ['flag', 'rights-incident'] }) readonly kind: 'flag' | 'rights-incident';
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
}

class AlertPageDto {
  @ApiProperty({ type: [AlertItemDto] }) readonly items: readonly AlertItemDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}

@ApiTags('cases')
@Controller()
export class AlertsController {
  constructor(private readonly alerts: AlertsQuery) {}

  @Route('GET alerts', {
    summary: 'What the supervisor must know and nobody has seen yet, newest first',
    act: 'alert.list',
    purpose: 'supervision',
    needs: { on: 'team', act: 'approve' },
    query: [{ name: 'cursor', required: false }],
    answers: AlertPageDto,
    refuses: ['invalid'],
  })
  list(@Query('cursor') cursor?: string): Promise<AlertPageDto> {
    return this.alerts.page(cursor);
  }

  @Route('PUT case-files/:id/seen-alerts/:alertId', {
    summary: 'Take an alert off the list; it approves nothing',
    act: 'alert.seen',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'approve' },
    once: true,
    answers: null,
    refuses: [],
  })
  see(@Param('id') id: string, @Param('alertId') alertId: string): Promise<void> {
    return this.alerts.see(id, alertId);
  }
}
