import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { AlertPageDto } from './alerts.dto';
import { AlertsQuery } from './alerts.query';

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
  listAlerts(@Query('cursor') cursor?: string): Promise<AlertPageDto> {
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
