import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Any, Repository } from 'typeorm';
import { databaseNow } from '../../../platform/data/database-now';
import { type BoundRow, CredentialMacs } from '../../../platform/secrecy/credentials/credential-macs';
import type { Bound } from '../../../platform/secrecy/credentials/credentials';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { ProviderFlowEntity } from '../../entities/provider/provider-flow.entity';
import { type FlowIntent, type FlowTickets, hashTicket } from './provider-flow';
import { ProviderFlowsQuery, type ShownFlow } from './provider-flow.query';
import type { ProviderSubject } from '../links/provider-subjects';
import type { FlowRefusal } from './refused-flow';

export type TakenFlow =
  { readonly ok: true; readonly intent: FlowIntent } | { readonly ok: false; readonly refusal: FlowRefusal };

/** Flows by the hash of their state. Every call is in a unit of work. */
@Injectable()
export class ProviderFlows {
  constructor(
    @InjectRepository(ProviderFlowEntity) private readonly flows: Repository<ProviderFlowEntity>,
    private readonly query: ProviderFlowsQuery,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly macs: CredentialMacs,
  ) {}

  /** Remembers a flow; `false`: too many from this address. */
  async beginFlow(
    provider: string,
    tickets: FlowTickets,
    intent: FlowIntent,
    address: string,
  ): Promise<boolean> {
    const addressToken = this.secrecy.blindToken('address', address);
    await this.query.deleteOverdue();
    const row = {
      ...{ state_hash: hashTicket(tickets.state), browser_hash: hashTicket(tickets.secret), provider },
      intent: intent.kind,
      account_id: intent.kind === 'link' ? intent.accountId : null,
      invitation_id: intent.kind === 'invitation' ? intent.invitationId : null,
      ...{ issuer: null, subject_token: null, begun_at: await databaseNow(this.unit.manager) },
    };
    return this.query.insert(row, addressToken, this.bind(row));
  }

  /** Uses a state up, whatever comes of it: who shows one that is not theirs has spoilt it. `secret`: of this browser. */
  async takeFlow(provider: string, state: string, secret: string | null): Promise<TakenFlow> {
    const stateHash = hashTicket(state);
    const row = await this.query.lockShown(stateHash, hashTicket(secret ?? ''));
    if (!row || !this.isOurs(row)) return { ok: false, refusal: 'state-unknown' };
    await this.flows.update({ stateHash }, { usedAt: () => 'coalesce(used_at, now())' });
    const refusal = refusalOf(row, provider);
    return refusal ? { ok: false, refusal } : { ok: true, intent: intentOf(row) };
  }

  /** Keeps who came back until the owner of the account says that it is they. */
  async keepIdentity(state: string, { issuer, token }: ProviderSubject): Promise<void> {
    const stateHash = hashTicket(state);
    const row = await this.query.lock(stateHash);
    if (!row || !this.isOurs(row)) return;
    const mac = this.bind({ ...row, issuer, subject_token: token });
    await this.flows.update({ stateHash }, { issuer, subjectToken: token, mac });
  }

  /** Whom this account brought back in this browser, once; `null`: nobody, or too long ago. */
  async confirm(provider: string, accountId: string, secret: string): Promise<ProviderSubject | null> {
    const kept = await this.query.lockKept(provider, accountId, hashTicket(secret));
    const [ours] = kept.filter((row) => this.isOurs(row));
    if (!ours) return null;
    await this.flows.delete({ stateHash: Any(kept.map((row) => row.state_hash)) });
    return { issuer: ours.issuer, token: ours.subject_token };
  }

  private bind(row: Bound<'provider-flow'>): Buffer {
    return this.macs.makeMac(this.unit.space, 'provider-flow', row);
  }

  /** Whether it was begun here: a row that somebody wrote leads nowhere. */
  private isOurs(row: BoundRow<'provider-flow'>): boolean {
    return this.macs.fits(this.unit.space, 'provider-flow', row);
  }
}

function refusalOf(row: ShownFlow, provider: string): FlowRefusal | null {
  if (row.used) return 'state-used';
  if (!row.is_browser) return 'other-browser';
  if (row.expired) return 'state-expired';
  return row.provider === provider ? null : 'other-provider';
}

function intentOf({ intent, account_id, invitation_id }: ShownFlow): FlowIntent {
  if (intent === 'link' && account_id !== null) return { kind: 'link', accountId: account_id };
  if (intent === 'invitation' && invitation_id !== null)
    return { kind: 'invitation', invitationId: invitation_id };
  return { kind: 'sign-in' };
}
