import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { KeepContactsService } from './keep-contacts.service';
import { NewOnCallContactDto, OnCallContactToWriteDto, OnCallDirectoryDto } from './on-call.dto';

const KEEPS = { on: 'service', act: 'keep-contacts' } as const;

/** On-call contacts by territory: of contacts alone, never of cases. */
@ApiTags('directory')
@Controller('on-call-contacts')
export class OnCallContactsController {
  constructor(private readonly keeping: KeepContactsService) {}

  @Route('GET', {
    summary: 'Whom to call in each territory where a team works, missing kinds included',
    act: 'on-call.list',
    purpose: 'administration',
    needs: KEEPS,
    answers: OnCallDirectoryDto,
    refuses: [],
  })
  listContacts(): Promise<OnCallDirectoryDto> {
    return this.keeping.listContacts();
  }

  @Route('POST', {
    summary: 'A new contact in a territory',
    act: 'on-call.add',
    purpose: 'administration',
    needs: KEEPS,
    once: true,
    answers: created(OnCallDirectoryDto),
    refuses: ['invalid', 'unsupported-media'],
  })
  async addContact(@Body() body: NewOnCallContactDto): Promise<OnCallDirectoryDto> {
    await this.keeping.addContact(body);
    return this.keeping.listContacts();
  }

  @Route('PUT :id', {
    summary: 'The same contact otherwise; made sure of by that',
    act: 'on-call.change',
    purpose: 'administration',
    needs: KEEPS,
    once: true,
    answers: OnCallDirectoryDto,
    refuses: ['not-found', 'invalid', 'unsupported-media'],
  })
  async changeContact(
    @Param('id', new ParseUuid()) id: string,
    @Body() body: OnCallContactToWriteDto,
  ): Promise<OnCallDirectoryDto> {
    await this.keeping.changeContact(id, body);
    return this.keeping.listContacts();
  }

  @Route('PUT verified/:id', {
    summary: 'Somebody made sure today that it still holds',
    act: 'on-call.verify',
    purpose: 'administration',
    needs: KEEPS,
    once: true,
    answers: OnCallDirectoryDto,
    refuses: ['not-found'],
  })
  async verify(@Param('id', new ParseUuid()) id: string): Promise<OnCallDirectoryDto> {
    await this.keeping.verify(id);
    return this.keeping.listContacts();
  }

  @Route('DELETE :id', {
    summary: 'It holds no more; it is missing from then on, if it was the only one',
    act: 'on-call.remove',
    purpose: 'administration',
    needs: KEEPS,
    once: true,
    answers: OnCallDirectoryDto,
    refuses: ['not-found'],
  })
  async removeContact(@Param('id', new ParseUuid()) id: string): Promise<OnCallDirectoryDto> {
    await this.keeping.removeContact(id);
    return this.keeping.listContacts();
  }
}
