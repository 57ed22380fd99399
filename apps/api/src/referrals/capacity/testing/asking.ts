import { randomUUID } from 'node:crypto';
import { sendMails } from '../../../access/accounts/testing/mailed';
import type { DirectoryServiceDto, ServiceToWriteDto } from '../../../directory/services/services.dto';
import type { Answer } from '../../../testing/accounts/test-client';
import { TestMailServer } from '../../../testing/accounts/test-mail-server';
import type { SignedInClient, TestServiceOptions } from '../../../testing/test-service';
import type { ProblemDto } from '../../../platform/answers/openapi';
import { CaseReader } from '../../../cases/reading/case-reader';
import { CaseRowsRepository } from '../../../cases/reading/case-rows.repository';
import { Referring } from '../../testing/referring';
import type {
  AnswerCapacityDto,
  AskCapacityDto,
  AskedCapacityDto,
  CapacityQuestionDto,
  CapacityQuestionsDto,
  CapacityRequestDto,
  ReceivedCapacityDto,
  ReceivedCapacitiesDto,
} from '../capacity.dto';

const HOME: ServiceToWriteDto = {
  ...{ name: 'Foyer fictif', kind: 'young-shelter', territories: ['93'], needs: ['bed-tonight'] },
  ...{ ages: { from: 13, to: 17 }, sexes: ['girl'], languages: ['fr'], has: [], hasNot: [], freePlaces: 1 },
  ...{ phones: ['01 99 00 12 30'], opening: 'always' },
};

export const NO = { answer: 'no', reason: 'full' } as const;

/** Codes of a refusal, each with its field where it has one. */
export const refusal = (body: {
  readonly reasons?: readonly { readonly code: string; readonly field?: string }[];
}) => body.reasons?.map(({ code, field }) => (field === undefined ? code : [code, field]));

/** A case, services with accounts and without, and a mail server. */
export class Asking {
  private constructor(
    readonly mail: TestMailServer,
    readonly referring: Referring,
    readonly administrator: SignedInClient,
  ) {}

  static async start(options: TestServiceOptions = {}): Promise<Asking> {
    const mail = await TestMailServer.start();
    const route = { smtpUrl: mail.url, from: 'repere@repere.example' };
    const referring = await Referring.start({
      ...options,
      configuration: { ...options.configuration, mail: route },
    });
    return new Asking(mail, referring, await referring.service.signIn({ roles: ['administrator'] }));
  }

  async stop(): Promise<void> {
    await this.referring.service.stop();
    await this.mail.stop();
  }

  /** What no act of ours does: time that goes by, rows that somebody writes into the database. */
  tamper(sql: string, values: readonly unknown[] = []): Promise<void> {
    return this.referring.service.pastTriggers(sql, [...values]);
  }

  /** Rows of the list of gaps of the case, as the journal has them, each time that one was written. */
  rowsOfGaps(): Promise<readonly { readonly id: unknown; readonly reason: unknown }[]> {
    const { service, file } = this.referring;
    return service.asSeed(async () => {
      const row = await service.app.get(CaseRowsRepository).findRow(file.id);
      if (!row) throw new Error('no such case');
      const { journal } = await service.app.get(CaseReader).loadCase(row);
      return journal.flatMap((it) =>
        it.kind === 'facts-recorded' && it.list === 'gaps'
          ? [{ id: it.row?.id, reason: it.row?.values['lack_reason'] }]
          : [],
      );
    });
  }

  /** Two days go by. */
  async passDays(): Promise<void> {
    await this.tamper('DELETE FROM rate_limit_hit');
    await this.tamper(
      `UPDATE capacity_question SET asked_at = asked_at - interval '2 days', due_at = due_at - interval '2 days'`,
    );
  }

  async addService(change: Partial<ServiceToWriteDto> = {}): Promise<string> {
    const name = change.name ?? `Foyer fictif ${randomUUID().slice(0, 8)}`;
    const { status, body } = await this.referring.sendAs<DirectoryServiceDto>(
      this.administrator,
      'post',
      '/services',
      { ...HOME, ...change, name },
    );
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  }

  /** A service without account that has an address. */
  async addMailed(): Promise<{ readonly id: string; readonly email: string }> {
    const email = `service-${randomUUID().slice(0, 8)}@ailleurs.example`;
    return { id: await this.addService({ email }), email };
  }

  /** A service with an account that is of it. */
  async addWithMember(): Promise<{ readonly id: string; readonly member: SignedInClient }> {
    const id = await this.addService();
    return { id, member: await this.addMember(id) };
  }

  /** An account that is of this service from now on. */
  async addMember(id: string, name?: string): Promise<SignedInClient> {
    const member = await this.referring.service.signIn({
      ...{ roles: ['partner'], teams: ['Elsewhere'] },
      ...(name !== undefined && { name }),
    });
    const { status } = await this.referring.sendAs(
      this.administrator,
      'put',
      `/services/${id}/members/${member.id}`,
    );
    if (status !== 200) throw new Error(`the member was not added: ${String(status)}`);
    return member;
  }

  /** Somebody who is to have nothing to do with the case. */
  keepAway(accountId: string): Promise<unknown> {
    return this.referring.service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO recusal (id, case_file_id, team_id, account_id, declared_at, key_id, words)
         SELECT gen_random_uuid(), id, team_id, $2::uuid, now(), data_key_id, ''::bytea FROM case_file WHERE id = $1`,
        [this.referring.file.id, accountId],
      ),
    );
  }

  /** The case is only theirs, and of whoever follows it. */
  restrictTo(accountIds: readonly string[]): Promise<void> {
    return this.tamper(
      `INSERT INTO restriction (id, case_file_id, team_id, circle, reason, since, set_by, key_id, words)
       SELECT gen_random_uuid(), id, team_id, $2::uuid[] || lead_id, 'threat', now(), lead_id, data_key_id, ''::bytea FROM case_file WHERE id = $1`,
      [this.referring.file.id, accountIds],
    );
  }

  askAll(change: Partial<AskCapacityDto>, by = this.referring.lead): Promise<Answer<ProblemDto>> {
    const asked: AskCapacityDto = {
      ...{ need: 'bed-tonight', wanted: 'at-once', answerHours: 4, ground: 'shared-secret' },
      ...{ serviceIds: [], nobodyAroundWorksThere: true },
      ...change,
    };
    return this.referring.sendAs(by, 'post', this.referring.addressOf('capacity-questions'), asked);
  }

  /** Asks; throws when refused. Gives the newest question. */
  async askPlaces(
    serviceIds: readonly string[],
    change: Partial<AskCapacityDto> = {},
  ): Promise<CapacityQuestionDto> {
    const { status, body } = await this.askAll({ serviceIds, ...change });
    if (status !== 204) throw new Error(`asking gave ${String(status)}: ${JSON.stringify(body)}`);
    return this.newest();
  }

  async listQuestions(by = this.referring.lead): Promise<CapacityQuestionsDto> {
    return (await by.client.get<CapacityQuestionsDto>(this.referring.addressOf('capacity-questions'))).body;
  }

  async newest(): Promise<CapacityQuestionDto> {
    const [first] = (await this.listQuestions()).items;
    if (!first) throw new Error('nothing was asked');
    return first;
  }

  async requestTo(serviceId: string): Promise<CapacityRequestDto> {
    const found = (await this.newest()).requests.find(({ service }) => service.id === serviceId);
    if (!found) throw new Error('that service was not asked');
    return found;
  }

  async received({ client }: Pick<SignedInClient, 'client'>): Promise<readonly ReceivedCapacityDto[]> {
    return (await client.get<ReceivedCapacitiesDto>('/capacity-requests')).body.items;
  }

  answerAs(
    by: Pick<SignedInClient, 'client'>,
    requestId: string,
    answer: AnswerCapacityDto,
  ): Promise<Answer<ProblemDto>> {
    return this.referring.sendAs(by, 'post', `/capacity-requests/${requestId}/answers`, answer);
  }

  /** All that waits to be sent has been tried once; the secret of the last mail to this address. */
  async tokenTo(email: string): Promise<string> {
    await sendMails(this.referring.service);
    return this.tokensTo(email).at(-1) ?? '';
  }

  /** Of every mail to this address, the oldest first. */
  tokensTo(email: string): readonly string[] {
    return this.mail.mails
      .filter(({ to }) => to.includes(email))
      .flatMap(({ text }) => /\/reponse#([A-Za-z0-9_-]{43})\b/.exec(text)?.[1] ?? []);
  }

  /** As it is told by telephone. */
  async codeOf(serviceId: string): Promise<string> {
    return ((await this.requestTo(serviceId)).link?.code ?? '').replace(' ', '');
  }

  openLink(token: string, code: string): Promise<Answer<AskedCapacityDto & ProblemDto>> {
    return this.referring.service.client().post('/answer-links/questions', { token, code });
  }

  answerLink(
    token: string,
    code: string,
    answer: AnswerCapacityDto,
  ): Promise<Answer<AskedCapacityDto & ProblemDto>> {
    return this.referring.service.client().post('/answer-links/answers', { token, code, ...answer });
  }
}
