import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Child, type SearchToken, searchTokens } from '@repere/cases';
import { SALTS, saltedToken, signatureOf } from '../../platform/secrecy/blind-bits';
import { type IndexGeneration, IndexGenerations } from '../../platform/secrecy/index-generations';
import { UnitOfWork } from '../../platform/unit-of-work';
import { namedChild } from '../duplicates/named-child';

/** By these a child is recognised across cases; parts of names are for searching only. */
export const TOKEN_KINDS: readonly SearchToken['kind'][] = ['name', 'sound', 'phone'];

/** The blind index of names and phones: keyed hashes by which a child is found again. */
@Injectable()
export class IdentityIndex {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly generations: IndexGenerations,
  ) {}

  /** The case is found under this identity from now on, and no other. */
  async replace(caseFileId: string, child: Child): Promise<void> {
    await this.unit.manager.query(`DELETE FROM child_identity WHERE case_file_id = $1`, [caseFileId]);
    await this.unit.manager.query(`DELETE FROM child_signature WHERE case_file_id = $1`, [caseFileId]);
    for (const generation of await this.generations.written())
      await this.enter(generation, caseFileId, child);
  }

  /** Enters a case that is not in this generation. Which salt it gets is chance. */
  async enter({ generation, key }: IndexGeneration, caseFileId: string, child: Child): Promise<void> {
    const tokens = searchTokens(namedChild(child));
    const salt = randomInt(SALTS);
    const recognised = tokens.filter(({ kind }) => TOKEN_KINDS.includes(kind));
    await this.unit.manager.query(
      `INSERT INTO child_signature (case_file_id, generation, team_id, salt, signature)
       SELECT id, $2, team_id, $3, ('x' || $4)::bit(1024) FROM case_file WHERE id = $1`,
      [caseFileId, generation, salt, signatureOf(key, salt, tokens)],
    );
    await this.unit.manager.query(
      `INSERT INTO child_identity (kind, token, case_file_id, generation, team_id)
       SELECT t.kind, t.token, c.id, $4, c.team_id FROM case_file c, unnest($1::text[], $2::bytea[]) AS t (kind, token)
        WHERE c.id = $3`,
      [
        recognised.map(({ kind }) => kind),
        recognised.map((token) => saltedToken(key, salt, token)),
        caseFileId,
        generation,
      ],
    );
  }
}
