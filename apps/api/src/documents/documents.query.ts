import { Injectable } from '@nestjs/common';
import type { FieldClass } from '@repere/access';
import { rows } from '../platform/data/statement';
import { UnitOfWork } from '../platform/unit/unit-of-work';

/** A document of a list, by its newest version. */
export interface ListedDocument {
  readonly documentId: string;
  /** Where the list goes on behind it. */
  readonly place: string;
}

/** What the documents of a case come to. */
export interface DocumentTotals {
  readonly documents: number;
  /** Of them those of which the reader sees no more than the number. */
  readonly closed: number;
  /** Bytes that are kept. */
  readonly kept: number;
}

/** Documents of a case: those of which somebody sees every class, and how much there is in all. */
@Injectable()
export class DocumentsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** The newest first. */
  page(
    caseFileId: string,
    redacted: Iterable<FieldClass>,
    after: readonly [at: string, id: string] | null,
    limit: number,
  ): Promise<readonly ListedDocument[]> {
    const place = [after?.[0] ?? null, after?.[1] ?? null];
    return PAGE.readRows(this.unit.manager, [caseFileId, [...redacted], ...place, limit]);
  }

  async totals(caseFileId: string, redacted: Iterable<FieldClass>): Promise<DocumentTotals> {
    const found = await TOTALS.first(this.unit.manager, [caseFileId, [...redacted]]);
    if (!found) throw new Error('a count counts');
    return { ...found, kept: Number(found.kept) };
  }
}

/** One closed version closes the document. */
const PAGE = rows<ListedDocument>({ documentId: 'uuid', place: 'text!' }).from(`
  SELECT document_id AS "documentId", max(at)::text AS place
    FROM case_document
   WHERE case_file_id = $1
   GROUP BY document_id
  HAVING NOT bool_or(classes && $2::text[])
     AND ($3::text IS NULL OR (max(at), document_id) < ($3::text::timestamptz, $4::uuid))
   ORDER BY max(at) DESC, document_id DESC LIMIT $5`);

const TOTALS = rows<Omit<DocumentTotals, 'kept'> & { readonly kept: string }>({
  ...{ documents: 'integer!', closed: 'integer!', kept: 'bigint!' },
}).from(`
  SELECT count(*)::integer AS documents, (count(*) FILTER (WHERE closed))::integer AS closed, coalesce(sum(kept), 0)::bigint AS kept
    FROM (SELECT bool_or(d.classes && $2::text[]) AS closed,
                 sum(d.bytes) FILTER (WHERE NOT EXISTS (SELECT 1 FROM case_document_destruction x WHERE x.document_id = d.document_id)) AS kept
            FROM case_document d WHERE d.case_file_id = $1 GROUP BY d.document_id) AS each_one`);
