import { randomUUID } from 'node:crypto';
import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseCommandHandler } from '../acts/case-command-handler';
import { CaseReader } from '../reading/case-reader';
import type { LoadedCase } from '../reading/loaded-case';
import { redactedClasses } from '../disclosure/redacted-classes';
import { peopleAround } from './people-around-child';
import { PersonDto, PersonInputDto } from './person.dto';
import { listOfPeople, rowOfPerson } from './person-row';
import { showPerson } from './show-person';

@ApiTags('cases')
@Controller('case-files/:id/people')
export class PeopleController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly commands: CaseCommandHandler,
  ) {}

  @Route('POST', {
    summary: 'Add a person around the child: a row of the list of adults, which P4.3 reads',
    act: 'person.add',
    purpose: 'care',
    needs: { on: 'case-file', act: 'write' },
    once: true,
    answers: created(PersonDto),
    refuses: ['invalid', 'refused'],
  })
  async addPerson(@Param('id') id: string, @Body() person: PersonInputDto): Promise<PersonDto> {
    return this.recordPerson(await this.reader.lock(id), randomUUID(), person);
  }

  @Route('PUT :personId', {
    summary: 'Change what is known of a person; what was there before stays in the record',
    act: 'person.change',
    purpose: 'care',
    needs: { on: 'case-file', act: 'write' },
    once: true,
    answers: PersonDto,
    refuses: ['invalid', 'refused'],
  })
  async changePerson(
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Body() person: PersonInputDto,
  ): Promise<PersonDto> {
    const file = await this.reader.lock(id);
    const before = peopleAround(file).find((it) => it.id === personId);
    if (!before) throw new Refusal('not-found');
    return this.recordPerson(file, personId, person);
  }

  /** In the journal, as a row of the list of adults: what was there before stays in it. */
  private async recordPerson(file: LoadedCase, id: string, person: PersonInputDto): Promise<PersonDto> {
    this.unit.notes({ personId: id });
    const row = { id, values: rowOfPerson(file, person) };
    const list = listOfPeople(file);
    const { after } = await this.commands.handleCommandOn(file, {
      kind: 'record-facts',
      values: {},
      list,
      row,
    });
    const known = peopleAround(after).find((it) => it.id === id);
    if (!known) throw new Error('the person that was recorded is not in the list');
    return showPerson(after, known, redactedClasses(principalOf(this.unit.account), file.resource));
  }
}
