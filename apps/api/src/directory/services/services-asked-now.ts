import { Injectable } from '@nestjs/common';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ASKED_NOW } from './asked-now.query';

/** What teams wait for from services that are about to leave the directory. As the system: of which children, nobody who keeps it is told. */
@Injectable()
export class ServicesAskedNow {
  constructor(private readonly unit: UnitOfWork) {}

  /** Throws `asked-now` with the numbers where somebody waits for an answer of one of them, or counts on a place that it holds. */
  async refuseIfAsked(ids: readonly string[]): Promise<void> {
    const now = new Date(this.unit.now());
    const asked = await this.unit.asSystem('system:record', () =>
      ASKED_NOW.first(this.unit.manager, [ids, now]),
    );
    const { waiting, held } = asked ?? { waiting: 0, held: 0 };
    if (waiting + held === 0) return;
    throw refused(
      'asked-now',
      `Ce qui serait retiré est sollicité en ce moment : réponses attendues, ${String(waiting)} ; places tenues, ${String(held)}. Les équipes gardent nom et numéro ; plus rien ne sera demandé à ce service.`,
      `What would be removed is asked at this moment: answers that are expected, ${String(waiting)}; places that are held, ${String(held)}. Teams keep name and number; nothing more will be asked of this service.`,
    );
  }
}
