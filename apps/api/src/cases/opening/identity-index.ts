import { Injectable } from '@nestjs/common';
import { type Child, searchTokens } from '@repere/cases';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import { namedChild } from '../duplicates/named-child';

/** The blind index of names and phones: keyed hashes by which a child is found again. */
@Injectable()
export class IdentityIndex {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  /** The case is found under this identity from now on, and no other. */
  async replace(caseFileId: string, child: Child): Promise<void> {
    const tokens = searchTokens(namedChild(child));
    await this.unit.manager.query(`DELETE FROM child_identity WHERE case_file_id = $1`, [caseFileId]);
    await this.unit.manager.query(
      `INSERT INTO child_identity (kind, token, case_file_id)
       SELECT t.kind, t.token, $3 FROM unnest($1::text[], $2::bytea[]) AS t (kind, token)`,
      [
        tokens.map(({ kind }) => kind),
        tokens.map(({ kind, text }) => this.secrecy.blindToken(kind, text)),
        caseFileId,
      ],
    );
  }
}
