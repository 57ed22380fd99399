import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { localDay, startOfDay } from '@repere/feel';
import { zoneOf } from '@repere/territories';
import { redactedClasses, unlessRedacted } from '../cases/disclosure/redacted-classes';
import { needsInterpreter, outlineOf } from '../cases/next-appointment/outline-of';
import { CaseReader } from '../cases/reading/case-reader';
import { ReaderScopes } from '../cases/rights/reader-scope';
import { readCursor, writeCursor } from '../platform/requests/cursor';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { AppointmentsAroundQuery } from './appointments-around.query';
import type { OwnAppointmentsDto } from './appointments.dto';
import { OWN_APPOINTMENTS } from './own-appointments.query';

/** Each item opens its case, so a page is short. */
const PAGE = 20;

/** The calendar of somebody who works with children: of those whom they follow, and of those whom they go along with. */
@Injectable()
export class OwnAppointmentsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly scopes: ReaderScopes,
    private readonly reader: CaseReader,
    private readonly around: AppointmentsAroundQuery,
  ) {}

  /** From today on. */
  async listOwn(cursor?: string): Promise<OwnAppointmentsDto> {
    const { account, manager } = this.unit;
    const principal = principalOf(account);
    this.scopes.demandLists();
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id']);
    const { assignedIds } = await this.scopes.findScope();
    const zone = zoneOf(account.teams[0]?.territory);
    const from = new Date(startOfDay(localDay(this.unit.now(), zone), zone));
    const asked = [account.id, assignedIds, from, after?.[0] ?? null, after?.[1] ?? null, PAGE + 1];
    const found = await OWN_APPOINTMENTS.readRows(manager, asked);
    const page = found.slice(0, PAGE);
    const loaded = await this.reader.loadAll(page.map(({ caseFileId }) => caseFileId));
    const cases = new Map([...loaded].filter(([, file]) => may(principal, 'read', file.resource).yes));
    this.unit.shows([...cases.keys()]);
    const looked = page.flatMap((it) => {
      const file = cases.get(it.caseFileId);
      return file ? [{ ...it, id: it.appointmentId, zone: file.territory.zone }] : [];
    });
    const clashes = await this.around.findClashes(looked);
    const last = page.at(-1);
    return {
      items: looked.flatMap((it) => {
        const file = cases.get(it.caseFileId);
        if (!file) return [];
        const redacted = redactedClasses(principal, file.resource);
        const by = { zone: it.zone, needsInterpreter: needsInterpreter(file, redacted), clashes };
        return [
          {
            ...outlineOf(it, by),
            ...{ caseFileId: it.caseFileId, reference: file.row.reference },
            calledName: unlessRedacted(redacted, ['identity'], file.child.calledName),
            isEscort: it.escortId === account.id,
          },
        ];
      }),
      next: found.length > PAGE && last ? writeCursor([last.place, last.rowId]) : null,
    };
  }
}
