import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type SearchToken, searchTokens } from '@repere/cases';
import { SALTS, saltedToken, signatureOf } from '../../platform/secrecy/blind-bits';
import { type IndexGeneration, IndexGenerations } from '../../platform/secrecy/index-generations';
import { IdentityIndexQuery } from './identity-index.query';
import { namedChild } from '../duplicates/named-child';
import type { ChildDto } from './child.dto';

/** By these a child is recognised across cases; parts of names are for searching only. */
export const TOKEN_KINDS: readonly SearchToken['kind'][] = ['name', 'sound', 'phone'];

/** The blind index of names and phones: keyed hashes by which a child is found again. */
@Injectable()
export class IdentityIndex {
  constructor(
    private readonly query: IdentityIndexQuery,
    private readonly generations: IndexGenerations,
  ) {}

  /** The case is found under this identity from now on, and no other. */
  async replace(caseFileId: string, child: ChildDto): Promise<void> {
    await this.query.delete(caseFileId);
    for (const generation of await this.generations.written())
      await this.enterCase(generation, caseFileId, child);
  }

  /** Enters a case that is not in this generation. Which salt it gets is chance. */
  async enterCase({ generation, key }: IndexGeneration, caseFileId: string, child: ChildDto): Promise<void> {
    const tokens = searchTokens(namedChild(child));
    const salt = randomInt(SALTS);
    const recognised = tokens.filter(({ kind }) => TOKEN_KINDS.includes(kind));
    await this.query.insertSignature(caseFileId, generation, salt, signatureOf(key, salt, tokens));
    await this.query.insertTokens(
      caseFileId,
      generation,
      recognised.map((it) => ({ kind: it.kind, token: saltedToken(key, salt, it) })),
    );
  }
}
