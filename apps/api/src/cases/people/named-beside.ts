import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { Child } from '@repere/cases';
import type { JournalEntry } from '@repere/protocol-engine';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { CorrectionsQuery } from './corrections.query';
import { rowOf } from '../../platform/data/sealed-row';
import { PersonEntity } from '../entities/case/person.entity';
import { LedgerPayloadEntity } from '../../platform/record/ledger-payload.entity';

/** Who is named by older words of a case, and neither by its journal nor by the child's identity of today. */
export interface NamedBeside {
  /** The child, before each correction of the identity. */
  readonly children: readonly Child[];
  /** Whoever was noted beside the journal, before the list of adults was the one register. */
  readonly people: readonly string[];
}

export const NOBODY_BESIDE: NamedBeside = { children: [], people: [] };

/** Finds them, so that what they were called is masked too. */
@Injectable()
export class NamedBesideReader {
  constructor(
    @InjectRepository(PersonEntity) private readonly people: Repository<PersonEntity>,
    private readonly query: CorrectionsQuery,
    private readonly secrecy: Secrecy,
  ) {}

  async read(caseFileId: string, key: DataKey, journal: readonly JournalEntry[]): Promise<NamedBeside> {
    const people = await this.people.findBy({ caseFileId });
    // A correction leaves its reason in the journal.
    const isCorrected = journal.some((it) => it.kind === 'note-added' && it.about === 'identity');
    const corrections = isCorrected ? await this.corrections(caseFileId, key) : [];
    return {
      children: corrections,
      people: people.map((it) => this.secrecy.open(key, it, 'content').name),
    };
  }

  private async corrections(caseFileId: string, key: DataKey): Promise<readonly Child[]> {
    const found = await this.query.find(caseFileId, key.id);
    return found.flatMap(({ seq, content }) => {
      const payload = rowOf(LedgerPayloadEntity, { eventSeq: seq, content });
      const { before, after } = this.secrecy.open(key, payload, 'content').fields as {
        readonly before?: Child;
        readonly after?: Child;
      };
      return [before, after].flatMap((it) => it ?? []);
    });
  }
}
