import { randomUUID } from 'node:crypto';
import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { askerOf } from '../../platform/asker';
import { Refuses } from '../../platform/openapi';
import { Refusal } from '../../platform/refusal';
import { UnitOfWork } from '../../platform/unit-of-work';
import { CaseReader } from '../case-reader';
import type { LoadedCase } from '../loaded-case';
import { withheldClasses } from '../withheld';
import { PeopleRepository } from './people.repository';
import { PersonDto, PersonInputDto } from './person.dto';
import { showPerson } from './show-person';

@ApiTags('cases')
@Controller('case-files/:id/people')
@Refuses('invalid', 'not-found', 'not-allowed', 'key-missing', 'key-reused')
export class PeopleController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly people: PeopleRepository,
  ) {}

  @Post()
  @HttpCode(201)
  @Act('person.add', { idempotent: true })
  @ApiOperation({ summary: 'Add a person around the child' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: PersonDto })
  async add(@Param('id') id: string, @Body() person: PersonInputDto): Promise<PersonDto> {
    const file = await this.reader.lock(id);
    const personId = randomUUID();
    await this.people.add(file, personId, person);
    this.unit.notes({ personId, after: { ...person } });
    return this.show(file, personId, person);
  }

  @Put(':personId')
  @Act('person.change', { idempotent: true })
  @ApiOperation({ summary: 'Change what is known of a person; what was there before stays in the record' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: PersonDto })
  async change(
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Body() person: PersonInputDto,
  ): Promise<PersonDto> {
    const file = await this.reader.lock(id);
    const before = (await this.people.list(file)).find((it) => it.id === personId);
    if (!before) throw new Refusal('not-found');
    await this.people.change(file, personId, person);
    this.unit.notes({ personId, before, after: { ...person } });
    return this.show(file, personId, person);
  }

  private show(file: LoadedCase, id: string, person: PersonInputDto): PersonDto {
    return showPerson(file, { ...person, id }, withheldClasses(askerOf(this.unit.account), file.resource));
  }
}
