import { Injectable } from '@nestjs/common';
import { type AnswerColumns, command, rows } from '../../../platform/data/statement';
import type { BoundRow } from '../../../platform/secrecy/credentials/credential-macs';
import type { Bound } from '../../../platform/secrecy/credentials/credentials';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { FLOW_MINUTES, type FlowIntent } from './provider-flow';

/** Who has gone to a provider and may not have come back. One address sends no more than this many in ten minutes. */
const PER_ADDRESS = 120;

/** A flow with the MAC that still holds. */
export interface FlowRow extends BoundRow<'provider-flow'> {
  readonly state_hash: Buffer;
  readonly browser_hash: Buffer;
  readonly provider: string;
  readonly intent: FlowIntent['kind'];
  readonly account_id: string | null;
  readonly invitation_id: string | null;
  readonly issuer: string | null;
  readonly subject_token: Buffer | null;
  readonly begun_at: Date;
  readonly mac: Buffer | null;
}

/** The columns that show whether it may be used. */
export interface ShownFlow extends FlowRow {
  readonly used: boolean;
  readonly expired: boolean;
  readonly is_browser: boolean;
}

/** Whom somebody brought back. */
type KeptFlow = FlowRow & { readonly issuer: string; readonly subject_token: Buffer };

/** Flows by the database server's clock. */
@Injectable()
export class ProviderFlowsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  deleteOverdue(): Promise<void> {
    return DELETE_OVERDUE(this.unit.manager);
  }

  /** `false`: too many from this address. */
  async insert(row: Bound<'provider-flow'>, addressToken: Buffer, mac: Buffer): Promise<boolean> {
    const begun = await INSERT.first(this.unit.manager, [
      ...[row.state_hash, row.browser_hash, row.provider, row.intent, row.account_id, row.invitation_id],
      ...[addressToken, row.begun_at, mac],
    ]);
    return begun !== null;
  }

  lockShown(stateHash: Buffer, browserHash: Buffer): Promise<ShownFlow | null> {
    return LOCK_SHOWN.first(this.unit.manager, [stateHash, browserHash]);
  }

  lock(stateHash: Buffer): Promise<FlowRow | null> {
    return LOCK.first(this.unit.manager, [stateHash]);
  }

  lockKept(provider: string, accountId: string, browserHash: Buffer): Promise<readonly KeptFlow[]> {
    return LOCK_KEPT.readRows(this.unit.manager, [provider, accountId, browserHash]);
  }
}

const BOUND = `state_hash, browser_hash, provider, intent, account_id, invitation_id, issuer, subject_token, begun_at, live_mac(mac) AS mac`;

const FLOW: AnswerColumns<FlowRow> = {
  ...{ state_hash: 'bytea', browser_hash: 'bytea', provider: 'text', intent: 'text', account_id: 'uuid?' },
  ...{ invitation_id: 'uuid?', issuer: 'text?', subject_token: 'bytea?', begun_at: 'timestamptz' },
  mac: 'bytea?',
};

const DELETE_OVERDUE = command(
  `DELETE FROM provider_flow WHERE begun_at < now() - make_interval(mins => ${String(2 * FLOW_MINUTES)})`,
);

const INSERT = rows<{ readonly state_hash: Buffer }>({ state_hash: 'bytea' }).from(`
  INSERT INTO provider_flow (state_hash, browser_hash, provider, intent, account_id, invitation_id, address_token, begun_at, mac)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
   WHERE (SELECT count(*) FROM provider_flow WHERE address_token = $7 AND used_at IS NULL) < ${String(PER_ADDRESS)}
  RETURNING state_hash`);

const LOCK_SHOWN = rows<ShownFlow>({
  ...{ ...FLOW, used: 'boolean', expired: 'boolean', is_browser: 'boolean' },
}).from(`
  SELECT ${BOUND}, used_at IS NOT NULL AS used,
         begun_at < now() - make_interval(mins => ${String(FLOW_MINUTES)}) AS expired,
         browser_hash = $2 AS is_browser
    FROM provider_flow WHERE state_hash = $1 FOR UPDATE`);

const LOCK = rows<FlowRow>(FLOW).from(`SELECT ${BOUND} FROM provider_flow WHERE state_hash = $1 FOR UPDATE`);

const LOCK_KEPT = rows<KeptFlow>({ ...FLOW, issuer: 'text!', subject_token: 'bytea!' }).from(`
  SELECT ${BOUND} FROM provider_flow
   WHERE provider = $1 AND account_id = $2 AND browser_hash = $3 AND subject_token IS NOT NULL
     AND begun_at > now() - make_interval(mins => ${String(FLOW_MINUTES)}) FOR UPDATE`);
