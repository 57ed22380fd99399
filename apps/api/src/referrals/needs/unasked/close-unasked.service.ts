import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../../cases/reading/loaded-case';
import type { Refusal } from '../../../platform/refusals/refusal';
import { refused } from '../../../platform/refusals/refused';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { UnmetNeedEventEntity } from '../../entities/unmet-need-event.entity';
import { lastSaid } from '../need-standing';
import { SettleAfter } from '../settle-after';
import { UnmetNeedsRepository } from '../unmet-needs.repository';
import { isOver, UnaskedNeeds } from './unasked-needs';
import type { CloseUnaskedDto, UnaskedReason } from './unasked-needs.dto';

/** What a person says of a need for which nobody was asked: it is needed no more, or nobody meets it. The case is locked. */
@Injectable()
export class CloseUnaskedService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly needs: UnaskedNeeds,
    private readonly unmet: UnmetNeedsRepository,
    private readonly settling: SettleAfter,
  ) {}

  /** The same once more changes nothing. Noted in the case and for the département behind it, as what answers leave is. */
  async closeUnasked(file: LoadedCase, { need, reason }: CloseUnaskedDto): Promise<void> {
    const found = await this.needs.findUnasked(file.row.id, need);
    if (!found) throw notUnasked();
    const said = SAID[reason];
    const last = lastSaid(found.past);
    if (last?.kind === said.kind && last.reason === said.reason) return;
    if (isOver(found)) throw notUnasked();
    const byId = this.unit.account.id;
    const { id } = await this.unmet.addEvent(file.row, { need, needId: null, rowId: null, byId, ...said });
    await this.settling.settleAfter(id);
    this.unit.notes({ need, reason });
  }
}

const SAID: Readonly<Record<UnaskedReason, Pick<UnmetNeedEventEntity, 'kind' | 'reason'>>> = {
  met: { kind: 'met', reason: null },
  changed: { kind: 'not-needed', reason: 'changed' },
  'by-mistake': { kind: 'not-needed', reason: 'by-mistake' },
  'no-service': { kind: 'recorded', reason: 'no-service' },
  age: { kind: 'recorded', reason: 'age' },
  language: { kind: 'recorded', reason: 'language' },
};

const notUnasked = (): Refusal =>
  refused(
    'need-not-open',
    'Ce besoin n’attend pas d’être demandé : un service a été sollicité, ou c’est déjà dit.',
    'This need does not wait to be asked for: a service was asked, or it is said already.',
  );
