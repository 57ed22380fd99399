import { Injectable } from '@nestjs/common';
import { compareChildren, type Likeness, type SearchToken, searchTokens } from '@repere/cases';
import { principalOf } from '../../platform/unit/principal';
import { SALTS, saltedToken } from '../../platform/secrecy/blind-bits';
import { IndexGenerations } from '../../platform/secrecy/index-generations';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type CaseRow, childPlace } from '../reading/case-row';
import { CaseRowsRepository } from '../reading/case-rows.repository';
import { resourceOf } from '../reading/loaded-case';
import { TOKEN_KINDS } from '../opening/identity-index';
import { redactedClasses } from '../disclosure/redacted-classes';
import { SimilarChildrenQuery } from './similar-children.query';
import { namedChild } from './named-child';
import type { ChildDto } from '../opening/child.dto';

/** A case that may be about the same child. */
export interface Alike {
  readonly row: CaseRow;
  readonly child: ChildDto;
  readonly why: readonly Likeness[];
}

export interface Duplicates {
  /** In cases of which the account may see who the child is and how to reach them: both tell of a likeness. */
  readonly visible: readonly Alike[];
  /** In the others: never shown to the account. */
  readonly hidden: readonly Alike[];
}

/** Looks for cases about the same child in the whole space, by keyed hashes; only then are the few candidates decrypted. */
@Injectable()
export class FindDuplicatesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly query: SimilarChildrenQuery,
    private readonly rows: CaseRowsRepository,
    private readonly secrecy: Secrecy,
    private readonly generations: IndexGenerations,
  ) {}

  async findDuplicates(sought: ChildDto, but: string | null = null): Promise<Duplicates> {
    const child = namedChild(sought);
    const found = await this.unit.asSystem('system:duplicates', () => this.candidates(child, but));
    const alike = found
      .map((it): Alike => ({ ...it, why: compareChildren(child, namedChild(it.child)) }))
      .filter(({ why }) => why.length > 0)
      .sort((a, b) => b.why.length - a.why.length);
    const principal = principalOf(this.unit.account);
    const seen = new Set(
      (await this.rows.listRows(alike.map(({ row }) => row.id))).flatMap((row) => {
        const redacted = redactedClasses(principal, resourceOf(row));
        return redacted.has('identity') || redacted.has('contact') ? [] : [row.id];
      }),
    );
    return {
      visible: alike.filter(({ row }) => seen.has(row.id)),
      hidden: alike.filter(({ row }) => !seen.has(row.id)),
    };
  }

  /** Until the transaction ends nobody else opens a case for a child of such a name: the second sees the first. */
  async openAlone(child: ChildDto): Promise<void> {
    const tokens: string[] = [];
    for (const { kind, text } of recognisedBy(child))
      tokens.push((await this.secrecy.lastingToken(kind, text)).toString('hex'));
    await this.query.lock(tokens);
  }

  private async candidates(child: ChildDto, but: string | null): Promise<readonly Omit<Alike, 'why'>[]> {
    const searched = await this.generations.searched();
    const tokens = recognisedBy(child);
    if (tokens.length === 0 || !searched) return [];
    const salted = tokens.flatMap((token) =>
      Array.from({ length: SALTS }, (_, salt) => ({
        kind: token.kind,
        token: saltedToken(searched.key, salt, token),
      })),
    );
    const found = await this.query.candidates(salted, but, searched.generation);
    return this.openAlikes(await this.rows.listRows(found));
  }

  private async openAlikes(rows: readonly CaseRow[]): Promise<readonly Omit<Alike, 'why'>[]> {
    const keys = await this.secrecy.openDataKeys(rows.map(({ dataKeyId }) => dataKeyId));
    return rows.flatMap((row) => {
      const key = keys.find(({ id }) => id === row.dataKeyId);
      if (!key) return [];
      return [{ row, child: this.secrecy.unseal(key, childPlace(row.id), row.child) as ChildDto }];
    });
  }
}

const recognisedBy = (child: ChildDto): readonly SearchToken[] =>
  searchTokens(namedChild(child)).filter(({ kind }) => TOKEN_KINDS.includes(kind));
