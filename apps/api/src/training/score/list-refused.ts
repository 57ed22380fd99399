import type { RefusedAct } from '@repere/training';
import type { EntityManager } from 'typeorm';
import { rowOf } from '../../platform/data/sealed-row';
import { LedgerPayloadEntity } from '../../platform/record/ledger-payload.entity';
import type { DataKey } from '../../platform/secrecy/key-store';
import type { Secrecy } from '../../platform/secrecy/secrecy';
import { SCORE_SQL } from './score.query';

/** What was tried with a case and refused, as the record tells it: no journal has a trace of it. */
export async function listRefused(
  manager: EntityManager,
  secrecy: Secrecy,
  caseFileId: string,
  key: DataKey,
): Promise<readonly RefusedAct[]> {
  const tried = await SCORE_SQL.tried.readRows(manager, [caseFileId]);
  return tried.flatMap(({ at, ...row }) => {
    if (row.keyId !== key.id) return [];
    const { fields } = secrecy.openColumn(key, rowOf(LedgerPayloadEntity, row), 'content');
    const { runId, step, reasons, rules } = fields;
    const codes = wordsOf(reasons);
    if (typeof runId !== 'string' || typeof step !== 'string' || codes.length === 0) return [];
    return [{ at: at.getTime(), runId, step, codes, rules: wordsOf(rules) }];
  });
}

const wordsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((it) => typeof it === 'string') : [];
