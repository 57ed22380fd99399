import { randomUUID } from 'node:crypto';
import type { AccountRole } from '@repere/access';
import { NEEDS, type ServiceNeed } from '@repere/directory';
import { CaseClient } from '../../cases/testing/case-client';
import type { Answer } from '../../testing/accounts/test-client';
import { grantTo } from '../../testing/cases/test-grants';
import { type SignedInClient, TestService, type TestServiceOptions } from '../../testing/test-service';
import { markedReferral } from './marked-referral';
import type { CaseFileDto } from '../../cases/page/case-file.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { ReferralPreviewDto } from '../copies/copies.dto';
import type {
  OpenReferralDto,
  ReceivedReferralsDto,
  ReferralChoicesDto,
  ReferredCaseDto,
} from '../referral.dto';

const DAY = 86_400_000;
export const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** A case in which something of every class is told, those who work on it, and one partner after the other. */
export class Referring {
  private constructor(
    readonly service: TestService,
    readonly lead: SignedInClient,
    readonly supervisor: SignedInClient,
    readonly file: CaseFileDto,
    public partner: SignedInClient,
    private readonly key: string | null,
  ) {}

  /** `key`: of the training space in which they are; `null`: in the live one. */
  static async start(options: TestServiceOptions = {}, key: string | null = null): Promise<Referring> {
    const service = await TestService.start(options);
    const signIn = (role: AccountRole, name: string) =>
      service.signIn({ roles: [role], teams: ['North'], name }, key);
    const lead = await signIn('caseworker', 'Léa Nord');
    const supervisor = await signIn('supervisor', 'Sacha Nord');
    const file = await markedReferral(new CaseClient(lead.client));
    return new Referring(service, lead, supervisor, file, await newPartner(service, key), key);
  }

  /** From now on it is about another partner, to whom nothing was ever referred. */
  async another(): Promise<void> {
    this.partner = await newPartner(this.service, this.key);
  }

  /** Of another team, asked for an opinion: reads the case, and refers nobody. */
  async adviser(): Promise<SignedInClient> {
    const adviser = await this.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    await grantTo(this.service, { id: this.file.id, entryId: '' }, adviser.id, 'second-opinion');
    return adviser;
  }

  addressOf(path: string, id = this.file.id): string {
    return `/case-files/${id}/${path}`;
  }

  sendAs<T = ProblemDto>(
    { client }: Pick<SignedInClient, 'client'>,
    method: 'post' | 'put' | 'delete',
    path: string,
    body: unknown = {},
  ): Promise<Answer<T>> {
    const headers = { 'Idempotency-Key': randomUUID() };
    return method === 'delete' ? client.delete<T>(path, headers) : client[method]<T>(path, body, headers);
  }

  /** Looks at what leaves first, unless a mark is given. */
  async openReferral(
    change: Partial<OpenReferralDto> = {},
    by = this.lead,
    id = this.file.id,
  ): Promise<Answer<ProblemDto>> {
    const classes = change.classes ?? ['identity', 'health'];
    const referral: OpenReferralDto = {
      accountId: this.partner.id,
      classes,
      previewed: change.previewed ?? (await this.markOf(classes, by, id)),
      until: inDays(30),
      request: 'Un bilan de santé',
      ground: 'shared-secret',
      isBound: true,
      why: 'Pour la soigner',
      child: { told: 'yes' },
      parents: { told: 'yes' },
      nobodyAroundWorksThere: true,
      ...(change.capacityRequestId === undefined &&
        isBed(change.need) && { beforeYes: 'Elle est devant moi.' }),
      ...(isInWords(change) && { besideAnother: 'Un autre besoin.' }),
      ...change,
    };
    return this.sendAs(by, 'post', this.addressOf('referrals', id), referral);
  }

  /** Of the preview; of nobody's where it is not shown. */
  private async markOf(classes: readonly string[], by: SignedInClient, id: string): Promise<string> {
    const path = this.addressOf(`referral-preview?classes=${classes.join()}`, id);
    const { status, body } = await by.client.get<ReferralPreviewDto>(path);
    return status === 200 ? body.mark : 'A'.repeat(43);
  }

  /** Opens; throws when refused. */
  async opened(change: Partial<OpenReferralDto> = {}, id = this.file.id): Promise<void> {
    const { status, body } = await this.openReferral(change, this.lead, id);
    if (status !== 204) throw new Error(`opening gave ${String(status)}: ${JSON.stringify(body)}`);
  }

  /** Takes what was sent to the partner last back. */
  async endReferral(by = this.lead, id = this.file.id): Promise<Answer<ProblemDto>> {
    const { id: referralId } = await this.lastReferral(this.partner, id);
    return this.sendAs(by, 'put', this.addressOf(`referrals/withdrawn/${referralId}`, id));
  }

  /** The id of what was referred to them last, whatever became of it; of nothing where nothing was. */
  async lastReferral(
    { id: accountId }: Pick<SignedInClient, 'id'> = this.partner,
    id = this.file.id,
  ): Promise<{ readonly id: string }> {
    const found = await this.service.query<{ id: string }>(
      `SELECT sharing_id AS id FROM assignment WHERE account_id = $1 AND case_file_id = $2 AND relation = 'partner'
        ORDER BY since DESC LIMIT 1`,
      [accountId, id],
      this.key,
    );
    return found[0] ?? { id: randomUUID() };
  }

  /** Of what was referred to them last: its page, or what belongs to it. */
  async addressOfReceived(path = '', by = this.partner, id = this.file.id): Promise<string> {
    const { id: referralId } = await this.lastReferral(by, id);
    return this.addressOf(`received-referrals/${referralId}${path && `/${path}`}`, id);
  }

  /** What a partner answers to what was referred to them last. */
  async answerAs(by: SignedInClient, answer: unknown, id = this.file.id): Promise<Answer<ProblemDto>> {
    return this.sendAs(by, 'post', await this.addressOfReceived('answers', by, id), answer);
  }

  /** The status of what opening like this gives, and each reason with its field. */
  async refusal(change: Partial<OpenReferralDto>): Promise<readonly unknown[]> {
    const { status, body } = await this.openReferral(change);
    return [status, body.reasons?.map(({ code, field }) => [code, field])];
  }

  async choices(): Promise<ReferralChoicesDto> {
    return (await this.lead.client.get<ReferralChoicesDto>(this.addressOf('partners'))).body;
  }

  async reads(by = this.partner): Promise<number> {
    return (await by.client.get(await this.addressOfReceived('', by))).status;
  }

  async received(id = this.file.id): Promise<ReferredCaseDto> {
    const path = await this.addressOfReceived('', this.partner, id);
    return (await this.partner.client.get<ReferredCaseDto>(path)).body;
  }

  async listed(): Promise<readonly string[]> {
    const { body } = await this.partner.client.get<ReceivedReferralsDto>('/referrals');
    return body.items.map(({ caseFileId }) => caseFileId);
  }
}

/** The first of a need that has no name: it is said that it is another than those before. */
const isInWords = ({ need, needId, capacityRequestId }: Partial<OpenReferralDto>): boolean =>
  need === undefined && needId === undefined && capacityRequestId === undefined;

const isBed = (need: ServiceNeed | undefined): boolean => need !== undefined && NEEDS[need].isBed;

const newPartner = (service: TestService, key: string | null): Promise<SignedInClient> =>
  service.signIn({ roles: ['partner'], teams: ['Hospital'], name: 'Lou Ailleurs' }, key);
