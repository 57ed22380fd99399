import { Injectable } from '@nestjs/common';
import { type Age, MISSING_REQUIREMENTS, type Shown, type Words } from '@repere/cases';
import { keyOf } from '../../protocols/protocol-library';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import type { PublishedProtocols } from '../../protocols/publishing/published-protocols';
import { AccountNames, namedIn } from '../reading/account-names';
import type { CaseRow } from '../reading/case-row';
import { CaseRowsRepository } from '../reading/case-rows.repository';
import { CaseSummariesQuery } from '../search/case-summaries.query';
import { REDACTED } from '../disclosure/redacted-classes';
import { same } from '../words/show-value';
import { type FoundRow, type PhaseName, PHASES } from './work-phases.query';
import type { WorkItemDto } from './worklist.dto';

/** What is said of a case beside its work. */
export interface ShownCase {
  readonly reference: string;
  readonly calledName: Shown<string>;
  readonly age: Shown<Age>;
  readonly lead: { readonly id: string; readonly name: string } | null;
}

/** By case: of those that the reader sees. */
export type ShownCases = ReadonlyMap<string, ShownCase>;

/** Rows of the worklist in words: the step's title, the case's reference, what the child is called. */
@Injectable()
export class WorkItems {
  constructor(
    private readonly rows: CaseRowsRepository,
    private readonly summaries: CaseSummariesQuery,
    private readonly names: AccountNames,
    private readonly registry: ProtocolRegistry,
  ) {}

  async showItems(found: readonly FoundRow[], cases: ShownCases): Promise<readonly WorkItemDto[]> {
    if (found.length === 0) return [];
    const published = await this.registry.readPublished();
    return found.flatMap((row): WorkItemDto[] => {
      const phase = PHASES.find(({ name }) => name === row.phase);
      if (!phase) throw new Error(`no phase ${row.phase}`);
      const shown = cases.get(row.caseFileId);
      if (!shown) return [];
      const { title, protocolTitle } = titlesOf(row, published);
      return [
        {
          id: `${row.runId}/${row.step}/${row.of}`,
          group: phase.group,
          kind: phase.kind,
          caseFileId: row.caseFileId,
          reference: shown.reference,
          calledName: shown.calledName,
          lead: shown.lead?.name ?? null,
          runId: row.runId,
          step: row.step,
          appointmentId: null,
          title,
          protocolTitle,
          why:
            WHY[phase.name] ??
            (row.state === 'to-confirm' ? WHY['to-confirm'] : null) ??
            (row.of === 'approval' ? MISSING_REQUIREMENTS : null),
          origin: row.origin,
          owner: row.owner,
          dueAt: row.dueAt?.toISOString() ?? null,
          lateFrom: row.lateFrom?.toISOString() ?? null,
          atOnce: row.atOnce,
        },
      ];
    });
  }

  /** Of each case what every row of the list says; `read`: lines that were read already. */
  async cases(ids: readonly string[], read: readonly CaseRow[] = []): Promise<ShownCases> {
    const wanted = new Set(ids);
    if (wanted.size === 0) return new Map();
    const known = read.filter(({ id }) => wanted.delete(id));
    const rows = [...known, ...(await this.rows.listRows([...wanted]))];
    const children = await this.summaries.shownChildren(rows);
    const names = await this.names.readNames(rows.map(({ leadId }) => leadId));
    return new Map(
      rows.map(({ id, reference, leadId }): [string, ShownCase] => {
        const child = children.get(id) ?? { calledName: REDACTED, age: REDACTED };
        const lead = leadId === null ? null : namedIn(names, leadId);
        return [id, { reference, ...child, lead }];
      }),
    );
  }
}

function titlesOf(
  row: FoundRow,
  published: PublishedProtocols,
): { title: Words; protocolTitle: Words | null } {
  const document = published.versions.get(keyOf(row.protocol, row.version))?.document;
  return {
    title: document?.steps.find(({ id }) => id === row.step)?.title ?? same(row.step),
    protocolTitle: document?.title ?? null,
  };
}

/** Why a line of this phase stands on the page, where its step alone does not say it. */
const WHY: Readonly<Record<PhaseName, Words | null>> = {
  now: null,
  'late-law': null,
  today: null,
  late: null,
  soon: null,
  later: null,
  approvals: { fr: 'Attend votre validation.', en: 'Waits for your approval.' },
  'my-acts': { fr: 'Attend la validation d’une autre personne.', en: 'Waits for another person’s approval.' },
  'to-confirm': {
    fr: 'À confirmer : une réponse a été corrigée.',
    en: 'To confirm: an answer was corrected.',
  },
  outside: { fr: 'Attendu d’une autorité.', en: 'Awaited from an authority.' },
};
