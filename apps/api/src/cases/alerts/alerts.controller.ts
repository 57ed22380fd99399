import { Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import {
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { AlertItem } from '@repere/cases';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { shownText } from '../../platform/shown';
import { WordsDto } from '../../platform/words.dto';
import { AlertsQuery } from './alerts.query';

class AlertItemDto implements AlertItem {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name'))
  readonly calledName: AlertItem['calledName'];
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ format: 'uuid' }) readonly entryId: string;
  @ApiProperty({ enum: ['flag', 'rights-incident'] }) readonly kind: AlertItem['kind'];
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

  @Get('alerts')
  @Act('alert.list', { purpose: 'supervision' })
  @ApiOperation({ summary: 'What the supervisor must know and nobody has seen yet, newest first' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: AlertPageDto })
  @Refuses('not-allowed', 'invalid')
  list(@Query('cursor') cursor?: string): Promise<AlertPageDto> {
    return this.alerts.page(cursor);
  }

  @Put('case-files/:id/seen-alerts/:alertId')
  @HttpCode(204)
  @Act('alert.seen', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Take an alert off the list; it approves nothing' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiNoContentResponse()
  @Refuses('not-found', 'not-allowed')
  see(@Param('id') id: string, @Param('alertId') alertId: string): Promise<void> {
    return this.alerts.see(id, alertId);
  }
}
