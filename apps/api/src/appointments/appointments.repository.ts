import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { rowOf } from '../platform/data/sealed-row';
import type { UnitRepository } from '../platform/data/unit-repository';
import { Secrecy } from '../platform/secrecy/secrecy';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { AppointmentEntity, type AppointmentWords } from './entities/appointment.entity';

/** An appointment as it was said at one moment. */
export type SaidAppointment = Omit<AppointmentEntity, 'content'> & { readonly content: AppointmentWords };

/** What is said anew; who says it, when and of which case is known. */
export type NewAppointment = Omit<
  SaidAppointment,
  'id' | 'appointmentId' | 'version' | 'caseFileId' | 'teamId' | 'at' | 'byId' | 'keyId'
>;

/** An appointment with everything that was said of it. */
export interface KeptAppointment {
  readonly now: SaidAppointment;
  /** The last first. */
  readonly earlier: readonly SaidAppointment[];
}

/** Appointments of cases, their words sealed under the key of the case. Nothing that was said is ever changed. */
@Injectable()
export class AppointmentsRepository {
  constructor(
    @InjectRepository(AppointmentEntity) private readonly appointments: UnitRepository<AppointmentEntity>,
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
  ) {}

  /** By their hour, the first first. */
  async ofCase(file: LoadedCase): Promise<readonly KeptAppointment[]> {
    const kept = await this.readAll(file, {});
    return kept.toSorted((a, b) => a.now.startsAt.getTime() - b.now.startsAt.getTime());
  }

  async findAppointment(file: LoadedCase, appointmentId: string): Promise<KeptAppointment | null> {
    const [found] = await this.readAll(file, { appointmentId });
    return found ?? null;
  }

  /** How much was said of all of them. */
  count({ row }: LoadedCase): Promise<number> {
    return this.appointments.countBy({ caseFileId: row.id });
  }

  /** Says an appointment, or says one anew. Gives its id. */
  async sayAppointment(
    file: LoadedCase,
    said: NewAppointment,
    before: SaidAppointment | null,
  ): Promise<string> {
    const id = randomUUID();
    const { row, key } = file;
    const { content, ...rest } = said;
    const appointmentId = before?.appointmentId ?? id;
    await this.appointments.insert({
      ...rest,
      ...{ id, appointmentId, version: (before?.version ?? 0) + 1 },
      ...{ caseFileId: row.id, teamId: row.teamId, keyId: key.id },
      ...{ at: new Date(this.unit.now()), byId: this.unit.account.id },
      content: this.secrecy.seal(key, rowOf(AppointmentEntity, { id }), 'content', content),
    });
    return appointmentId;
  }

  private async readAll(
    { row, key }: LoadedCase,
    which: { readonly appointmentId?: string },
  ): Promise<readonly KeptAppointment[]> {
    const found = await this.appointments.find({
      where: { caseFileId: row.id, ...which },
      order: { version: 'DESC', id: 'ASC' },
    });
    const said = found.map((it): SaidAppointment => {
      const { content: _sealed, ...rest } = it;
      return { ...rest, content: this.secrecy.openColumn(key, it, 'content') };
    });
    return [...Map.groupBy(said, ({ appointmentId }) => appointmentId).values()].flatMap(
      ([now, ...earlier]) => (now ? [{ now, earlier }] : []),
    );
  }
}
