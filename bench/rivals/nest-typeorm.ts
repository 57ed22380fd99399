// What a tutorial gives: NestJS on Express, TypeORM repositories, entities with relations. Port and database are in the environment.
import 'reflect-metadata';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpException,
  Inject,
  Module,
  NotFoundException,
  Param,
  Post,
  Query,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
// A rival has no unit of work.
// eslint-disable-next-line no-restricted-imports
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import {
  Column,
  DataSource,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
  type Repository,
} from 'typeorm';

@Entity('person')
class Person {
  @PrimaryColumn('int') id: number;
  @Column('text') name: string;
  @Column('text') token: string;
}

@Entity('case_file')
class CaseFile {
  @PrimaryColumn('bigint') id: string;
  @Column('int') seq: number;
  @Column('text') status: string;
  @Column('int') assignee: number;
  @Column('date') due_on: string;
  @Column('date') opened_on: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) last_act: string | null;
  @OneToMany(() => StepState, (step) => step.caseFile) steps: Relation<StepState>[];
}

@Entity('step_state')
class StepState {
  @PrimaryColumn('bigint') case_id: string;
  @PrimaryColumn('int') step_no: number;
  @Column('text') step: string;
  @Column('text') status: string;
  @Column('date', { nullable: true }) due_on: string | null;
  @Column('text', { nullable: true }) waiting_for: string | null;
  @ManyToOne(() => CaseFile, (file) => file.steps)
  @JoinColumn({ name: 'case_id' })
  caseFile: Relation<CaseFile>;
}

@Entity('journal_entry')
class JournalEntry {
  @PrimaryColumn('bigint') case_id: string;
  @PrimaryColumn('int') seq: number;
  @Column('text') step: string;
  @Column('int') author: number;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
  @Column('jsonb') payload: object;
}

@Entity('audit_entry')
class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('timestamptz', { default: () => 'now()' }) at: Date;
  @Column('int') actor: number;
  @Column('text') act: string;
  @Column('bigint') case_id: string;
  @Column('jsonb') detail: object;
}

interface Act {
  readonly seq: number;
  readonly step: string;
  readonly author: number;
  readonly answer: string;
}

@Controller()
class RivalController {
  constructor(
    @InjectRepository(Person) private readonly people: Repository<Person>,
    @InjectRepository(CaseFile) private readonly files: Repository<CaseFile>,
    @Inject(DataSource) private readonly source: DataSource,
  ) {}

  @Get('session')
  async session(@Headers('x-token') token: string): Promise<Person> {
    const person = await this.people.findOneBy({ token });
    if (!person) throw new NotFoundException();
    return person;
  }

  @Get('cases/:id')
  async findCase(@Param('id') id: string): Promise<CaseFile> {
    const relations = { steps: true };
    const file = await this.files.findOne({ where: { id }, relations, order: { steps: { step_no: 'ASC' } } });
    if (!file) throw new NotFoundException();
    return file;
  }

  @Get('worklist')
  worklist(@Query() asked: { assignee: string; due: string; id: string }): Promise<CaseFile[]> {
    return this.files
      .createQueryBuilder('c')
      .where(`c.status = 'open' and c.assignee = :assignee and (c.due_on, c.id) > (:due, :id)`, asked)
      .orderBy('c.due_on')
      .addOrderBy('c.id')
      .take(50)
      .getMany();
  }

  @Post('cases/:id/acts')
  complete(@Param('id') id: string, @Body() { seq, step, author, answer }: Act): Promise<object> {
    return this.source.transaction(async (manager) => {
      // `update` with the seq that was seen: `save` would leave the lock out of its WHERE.
      const { affected } = await manager.update(CaseFile, { id, seq }, { seq: seq + 1, last_act: step });
      if (!affected) throw new HttpException('stale', 412);
      const written = { case_id: id, seq: seq + 1, step, author, payload: { answer } };
      await manager.save(manager.create(JournalEntry, written));
      const told = { actor: author, act: 'complete-step', case_id: id, detail: { step } };
      await manager.save(manager.create(AuditEntry, told));
      return { id, seq: seq + 1 };
    });
  }
}

const entities = [Person, CaseFile, StepState, JournalEntry, AuditEntry];

@Module({
  imports: [
    TypeOrmModule.forRoot({
      ...{ type: 'postgres', entities, synchronize: false },
      url: process.env['DATABASE_URL'] ?? '',
    }),
    TypeOrmModule.forFeature(entities),
  ],
  controllers: [RivalController],
})
class RivalModule {}

void NestFactory.create(RivalModule, { logger: false }).then((app) =>
  app.listen(Number(process.env['PORT']), '127.0.0.1'),
);
