import { randomUUID } from 'node:crypto';
import type { ProblemDto } from '../../../platform/answers/openapi';
import type { Answer } from '../../../testing/accounts/test-client';
import type { SignedInClient } from '../../../testing/test-service';
import { CaseClient } from '../../testing/case-client';
import type { LeadProposalDto } from '../lead-proposals.dto';

/** Who leads one case, as somebody sees and changes it. */
export class LeadClient {
  constructor(
    private readonly who: SignedInClient,
    readonly caseFileId: string,
  ) {}

  /** At the case's present `seq` unless said otherwise; `by`: whoever tells that number. */
  async proposeLead(
    accountId: string,
    { seq, key, ...more }: { seq?: number; key?: string; until?: string; words?: unknown } = {},
  ): Promise<Answer<ProblemDto>> {
    const cases = new CaseClient(this.who.client);
    const seen = seq ?? (await cases.readCase(this.caseFileId)).state.seq;
    const body = { accountId, words: 'Il connaît la famille.', ...more };
    return cases.sendAct<ProblemDto>(this.caseFileId, 'lead-proposals', body, {
      ...{ seq: seen, key: key ?? randomUUID() },
    });
  }

  acceptLead(id: string, key = randomUUID()): Promise<Answer<ProblemDto>> {
    return this.sendAct(`lead-proposals/accepted/${id}`, undefined, 'put', key);
  }

  refuseLead(id: string, body: object = { refusal: 'too-many' }): Promise<Answer<ProblemDto>> {
    return this.sendAct(`lead-proposals/${id}/refusal`, body);
  }

  closeProposal(id: string): Promise<Answer<ProblemDto>> {
    return this.sendAct(`lead-proposals/closed/${id}`, undefined, 'put');
  }

  nameAtOnce(accountId: string, body: object, seq: number): Promise<Answer<ProblemDto>> {
    return new CaseClient(this.who.client).sendAct<ProblemDto>(
      this.caseFileId,
      'lead',
      { accountId, reason: 'danger', words: 'Cette nuit.', ...body },
      { seq, method: 'put' },
    );
  }

  /** What the page of the case says of it. */
  async readLead(): Promise<{ readonly lead: unknown; readonly proposal: LeadProposalDto | null }> {
    const { lead, leadProposal } = await new CaseClient(this.who.client).readCase(this.caseFileId);
    return { lead: lead?.name ?? null, proposal: leadProposal };
  }

  /** The one that stands; throws where none does. */
  async standing(): Promise<LeadProposalDto> {
    const { proposal } = await this.readLead();
    if (!proposal) throw new Error('no proposal stands');
    return proposal;
  }

  private sendAct(
    path: string,
    body: object | undefined,
    method: 'post' | 'put' = 'post',
    key: string = randomUUID(),
  ): Promise<Answer<ProblemDto>> {
    return this.who.client[method]<ProblemDto>(`/case-files/${this.caseFileId}/${path}`, body, {
      'Idempotency-Key': key,
    });
  }
}
