import { Injectable } from '@nestjs/common';
import { type BoundRow, CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import type { Bound } from '../../platform/secrecy/credentials/credentials';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import { FLOW_MINUTES, type FlowIntent, type FlowTickets, hashTicket } from './provider-flow';
import type { ProviderSubject } from './provider-subjects';
import type { FlowRefusal } from './refused-flow';

/** Who has gone to a provider and may not have come back. One address sends no more than this many in ten minutes. */
const PER_ADDRESS = 120;

export type TakenFlow =
  { readonly ok: true; readonly intent: FlowIntent } | { readonly ok: false; readonly refusal: FlowRefusal };

/** Flows by the hash of their state. Every call is in a unit of work. */
@Injectable()
export class ProviderFlows {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly macs: CredentialMacs,
  ) {}

  /** Remembers a flow; `false`: too many from this address. */
  async begin(provider: string, tickets: FlowTickets, intent: FlowIntent, address: string): Promise<boolean> {
    const { manager } = this.unit;
    const addressToken = this.secrecy.blindToken('address', address);
    await manager.query(`DELETE FROM provider_flow WHERE begun_at < now() - make_interval(mins => $1)`, [
      2 * FLOW_MINUTES,
    ]);
    const [machine]: { now: Date }[] = await manager.query(`SELECT date_trunc('milliseconds', now()) AS now`);
    if (!machine) throw new Error('the database has no clock');
    const row = {
      state_hash: hashTicket(tickets.state),
      browser_hash: hashTicket(tickets.secret),
      provider,
      intent: intent.kind,
      account_id: intent.kind === 'link' ? intent.accountId : null,
      invitation_id: intent.kind === 'invitation' ? intent.invitationId : null,
      issuer: null,
      subject_token: null,
      begun_at: machine.now,
    };
    const begun: unknown[] = await manager.query(
      `INSERT INTO provider_flow (state_hash, browser_hash, provider, intent, account_id, invitation_id, address_token, begun_at, mac)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
        WHERE (SELECT count(*) FROM provider_flow WHERE address_token = $7 AND used_at IS NULL) < ${String(PER_ADDRESS)}
       RETURNING 1`,
      [
        row.state_hash,
        row.browser_hash,
        provider,
        row.intent,
        row.account_id,
        row.invitation_id,
        addressToken,
        row.begun_at,
        this.bind(row),
      ],
    );
    return begun.length > 0;
  }

  /** Uses a state up, whatever comes of it: who shows one that is not theirs has spoilt it. `secret`: of this browser. */
  async take(provider: string, state: string, secret: string | null): Promise<TakenFlow> {
    const { manager } = this.unit;
    const [row]: FlowRow[] = await manager.query(
      `SELECT ${BOUND}, used_at IS NOT NULL AS used,
              begun_at < now() - make_interval(mins => ${String(FLOW_MINUTES)}) AS expired,
              browser_hash = $2 AS is_browser
         FROM provider_flow WHERE state_hash = $1 FOR UPDATE`,
      [hashTicket(state), hashTicket(secret ?? '')],
    );
    if (!row || !this.isOurs(row)) return { ok: false, refusal: 'state-unknown' };
    await manager.query(`UPDATE provider_flow SET used_at = coalesce(used_at, now()) WHERE state_hash = $1`, [
      hashTicket(state),
    ]);
    const refusal = refusalOf(row, provider);
    return refusal ? { ok: false, refusal } : { ok: true, intent: intentOf(row) };
  }

  /** Keeps who came back until the owner of the account says that it is they. */
  async keep(state: string, { issuer, token }: ProviderSubject): Promise<void> {
    const [row]: BoundRow<'provider-flow'>[] = await this.unit.manager.query(
      `SELECT ${BOUND} FROM provider_flow WHERE state_hash = $1 FOR UPDATE`,
      [hashTicket(state)],
    );
    if (!row || !this.isOurs(row)) return;
    await this.unit.manager.query(
      `UPDATE provider_flow SET issuer = $2, subject_token = $3, mac = $4 WHERE state_hash = $1`,
      [hashTicket(state), issuer, token, this.bind({ ...row, issuer, subject_token: token })],
    );
  }

  /** Whom this account brought back in this browser, once; `null`: nobody, or too long ago. */
  async confirm(provider: string, accountId: string, secret: string): Promise<ProviderSubject | null> {
    const kept: (BoundRow<'provider-flow'> & { readonly issuer: string; readonly subject_token: Buffer })[] =
      await this.unit.manager.query(
        `SELECT ${BOUND} FROM provider_flow
          WHERE provider = $1 AND account_id = $2 AND browser_hash = $3 AND subject_token IS NOT NULL
            AND begun_at > now() - make_interval(mins => ${String(FLOW_MINUTES)}) FOR UPDATE`,
        [provider, accountId, hashTicket(secret)],
      );
    const [ours] = kept.filter((row) => this.isOurs(row));
    if (!ours) return null;
    await this.unit.manager.query(`DELETE FROM provider_flow WHERE state_hash = ANY ($1::bytea[])`, [
      kept.map((row) => row.state_hash),
    ]);
    return { issuer: ours.issuer, token: ours.subject_token };
  }

  private bind(row: Bound<'provider-flow'>): Buffer {
    return this.macs.make(this.unit.space, 'provider-flow', row);
  }

  /** Whether it was begun here: a row that somebody wrote leads nowhere. */
  private isOurs(row: BoundRow<'provider-flow'>): boolean {
    return this.macs.fits(this.unit.space, 'provider-flow', row);
  }
}

const BOUND = `state_hash, browser_hash, provider, intent, account_id, invitation_id, issuer, subject_token, begun_at, live_mac(mac) AS mac`;

interface FlowRow extends BoundRow<'provider-flow'> {
  readonly provider: string;
  readonly intent: FlowIntent['kind'];
  readonly account_id: string | null;
  readonly invitation_id: string | null;
  readonly used: boolean;
  readonly expired: boolean;
  readonly is_browser: boolean;
}

function refusalOf(row: FlowRow, provider: string): FlowRefusal | null {
  if (row.used) return 'state-used';
  if (!row.is_browser) return 'other-browser';
  if (row.expired) return 'state-expired';
  return row.provider === provider ? null : 'other-provider';
}

function intentOf({ intent, account_id, invitation_id }: FlowRow): FlowIntent {
  if (intent === 'link' && account_id !== null) return { kind: 'link', accountId: account_id };
  if (intent === 'invitation' && invitation_id !== null)
    return { kind: 'invitation', invitationId: invitation_id };
  return { kind: 'sign-in' };
}
