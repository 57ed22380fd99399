import { Injectable } from '@nestjs/common';
import { command } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** Rows of the index of names, each with the team of its case as it is now. */
@Injectable()
export class IdentityIndexQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** The case is found by nothing any more. */
  async delete(caseFileId: string): Promise<void> {
    await DELETE_TOKENS(this.unit.manager, [caseFileId]);
    await DELETE_SIGNATURE(this.unit.manager, [caseFileId]);
  }

  /** `signature`: of bits, in hex. */
  insertSignature(caseFileId: string, generation: number, salt: number, signature: string): Promise<void> {
    return INSERT_SIGNATURE(this.unit.manager, [caseFileId, generation, salt, signature]);
  }

  insertTokens(
    caseFileId: string,
    generation: number,
    tokens: readonly { readonly kind: string; readonly token: Buffer }[],
  ): Promise<void> {
    return INSERT_TOKENS(this.unit.manager, [
      ...[tokens.map(({ kind }) => kind), tokens.map(({ token }) => token)],
      ...[caseFileId, generation],
    ]);
  }
}

const DELETE_TOKENS = command(`DELETE FROM child_identity WHERE case_file_id = $1`);

const DELETE_SIGNATURE = command(`DELETE FROM child_signature WHERE case_file_id = $1`);

const INSERT_SIGNATURE = command(`
  INSERT INTO child_signature (case_file_id, generation, team_id, salt, signature)
  SELECT id, $2, team_id, $3, ('x' || $4)::bit(1024) FROM case_file WHERE id = $1`);

const INSERT_TOKENS = command(`
  INSERT INTO child_identity (kind, token, case_file_id, generation, team_id)
  SELECT t.kind, t.token, c.id, $4, c.team_id FROM case_file c, unnest($1::text[], $2::bytea[]) AS t (kind, token)
   WHERE c.id = $3`);
