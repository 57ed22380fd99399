import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { KeepServicesService } from './keep-services.service';
import {
  DirectoryServiceDto,
  DirectoryServicesDto,
  FindServicesDto,
  RemoveServiceQueryDto,
  ServiceToWriteDto,
} from './services.dto';

const KEEPS = { on: 'service', act: 'keep-contacts' } as const;

/** The directory of services: kept by administrators, of contacts alone. */
@ApiTags('directory')
@Controller('services')
export class ServicesController {
  constructor(private readonly keeping: KeepServicesService) {}

  @Route('POST search', {
    summary: 'Services of the directory, by name. A POST: names never travel in an address',
    act: 'service.list',
    purpose: 'administration',
    needs: KEEPS,
    once: false,
    goesOn: 'looks',
    answers: DirectoryServicesDto,
    refuses: ['invalid'],
  })
  findServices(@Body() body: FindServicesDto): Promise<DirectoryServicesDto> {
    return this.keeping.findServices(body);
  }

  @Route('POST', {
    summary: 'A new service; what nobody knows of it stays unknown',
    act: 'service.add',
    purpose: 'administration',
    needs: KEEPS,
    once: true,
    answers: created(DirectoryServiceDto),
    refuses: ['invalid', 'unsupported-media'],
  })
  addService(@Body() body: ServiceToWriteDto): Promise<DirectoryServiceDto> {
    return this.keeping.addService(body);
  }

  @Route('PUT :id', {
    summary: 'The same service otherwise; made sure of by that',
    act: 'service.change',
    purpose: 'administration',
    needs: KEEPS,
    once: true,
    answers: DirectoryServiceDto,
    refuses: ['not-found', 'invalid', 'unsupported-media'],
  })
  changeService(
    @Param('id', new ParseUuid()) id: string,
    @Body() body: ServiceToWriteDto,
  ): Promise<DirectoryServiceDto> {
    return this.keeping.changeService(id, body);
  }

  @Route('PUT verified/:id', {
    summary: 'Somebody made sure today that it still holds',
    act: 'service.verify',
    purpose: 'administration',
    needs: KEEPS,
    once: true,
    answers: DirectoryServiceDto,
    refuses: ['not-found'],
  })
  verify(@Param('id', new ParseUuid()) id: string): Promise<DirectoryServiceDto> {
    return this.keeping.verify(id);
  }

  @Route('DELETE :id', {
    summary: 'It holds no more: nobody is told of it from then on',
    act: 'service.remove',
    purpose: 'administration',
    needs: KEEPS,
    once: true,
    answers: null,
    refuses: ['invalid', 'not-found', 'refused'],
  })
  removeService(
    @Param('id', new ParseUuid()) id: string,
    @Query() query: RemoveServiceQueryDto,
  ): Promise<void> {
    return this.keeping.removeService(id, query);
  }

  @Route('PUT :id/members/:accountId', {
    summary: 'The account of a partner is of this service',
    act: 'service.add-member',
    purpose: 'administration',
    needs: KEEPS,
    once: true,
    answers: DirectoryServiceDto,
    refuses: ['not-found', 'refused'],
  })
  addMember(
    @Param('id', new ParseUuid()) id: string,
    @Param('accountId', new ParseUuid()) accountId: string,
  ): Promise<DirectoryServiceDto> {
    return this.keeping.addMember(id, accountId);
  }

  @Route('DELETE :id/members/:accountId', {
    summary: 'An account is no more of this service',
    act: 'service.remove-member',
    purpose: 'administration',
    needs: KEEPS,
    once: true,
    answers: DirectoryServiceDto,
    refuses: ['not-found'],
  })
  removeMember(
    @Param('id', new ParseUuid()) id: string,
    @Param('accountId', new ParseUuid()) accountId: string,
  ): Promise<DirectoryServiceDto> {
    return this.keeping.removeMember(id, accountId);
  }
}
