import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { RemoveServiceQueryDto } from '../services/services.dto';
import { ImportServicesService } from './import-services.service';
import { ImportPreviewDto, ServiceImportsDto, ServiceTableDto } from './service-imports.dto';

const KEEPS = { on: 'service', act: 'keep-contacts' } as const;

/** Tables of services: looked at, taken in whole, taken back. */
@ApiTags('directory')
@Controller('service-imports')
export class ServiceImportsController {
  constructor(private readonly importing: ImportServicesService) {}

  @Route('GET', {
    summary: 'Tables that were taken in, and what undoing each would take away',
    act: 'service.list-imports',
    purpose: 'administration',
    needs: KEEPS,
    answers: ServiceImportsDto,
    refuses: [],
  })
  listImports(): Promise<ServiceImportsDto> {
    return this.importing.listImports();
  }

  @Route('POST preview', {
    summary: 'What a table would add, and what is wrong in which line; changes nothing',
    act: 'service.preview-import',
    purpose: 'administration',
    needs: KEEPS,
    once: false,
    answers: ImportPreviewDto,
    refuses: ['invalid', 'too-large'],
  })
  preview(@Body() { table }: ServiceTableDto): Promise<ImportPreviewDto> {
    return this.importing.preview(table);
  }

  @Route('POST', {
    summary: 'Take a table in: all of its services that are new, or nothing',
    act: 'service.import',
    purpose: 'administration',
    needs: KEEPS,
    once: true,
    answers: created(ServiceImportsDto),
    refuses: ['invalid', 'refused', 'too-large'],
  })
  importTable(@Body() { table }: ServiceTableDto): Promise<ServiceImportsDto> {
    return this.importing.importTable(table);
  }

  @Route('DELETE :importId', {
    summary: 'Take back what an import added and nobody touched since',
    act: 'service.undo-import',
    purpose: 'administration',
    needs: KEEPS,
    once: true,
    answers: ServiceImportsDto,
    refuses: ['invalid', 'not-found', 'refused'],
  })
  undo(
    @Param('importId', new ParseUuid()) importId: string,
    @Query() query: RemoveServiceQueryDto,
  ): Promise<ServiceImportsDto> {
    return this.importing.undo(importId, query);
  }
}
