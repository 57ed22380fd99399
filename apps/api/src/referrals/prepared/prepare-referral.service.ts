import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { invalidValue } from '../../platform/refusals/invalid-value';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { KEPT_AWAY } from '../matching/kept-away-services';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { FindNeed } from '../needs/find-need';
import type { PrepareReferralDto } from './prepared.dto';
import { type Prepared, PreparedReferrals } from './prepared-referrals.repository';
import type { PreparedBar, SeenPreparedDto } from './seen-prepared.dto';
import { ShowPreparedService } from './show-prepared.service';

/** Who prepares more for one child has made a mistake, or is one. */
const MOST = 20;

/**
 * A referral that is prepared and not sent. Nothing of it leaves: no copy is made, nothing is opened, no clock of an answer runs. Whoever
 * may refer takes it up or drops it; it goes with what is sent.
 */
@Injectable()
export class PrepareReferralService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly prepared: PreparedReferrals,
    private readonly showing: ShowPreparedService,
    private readonly needs: FindNeed,
  ) {}

  /** The case is locked. Whom it is for is looked at now, and again when it is sent. Id. */
  async prepare(file: LoadedCase, composed: PrepareReferralDto): Promise<string> {
    if ((await this.prepared.ofCase(file)).length >= MOST) throw tooMany();
    const id = randomUUID();
    await this.keepComposed(file, { id, version: 0 }, composed);
    return id;
  }

  /** The case is locked. Over what was seen: what a colleague kept since is not written over. */
  async changePrepared(file: LoadedCase, seen: SeenPreparedDto, composed: PrepareReferralDto): Promise<void> {
    await this.demandKept(file, seen);
    await this.keepComposed(file, seen, composed);
  }

  /**
   * The case is locked. It was sent: of two who send it at once the second is told. To whom it was prepared for; to another only where
   * they can be sent nothing any more.
   */
  async takePrepared(file: LoadedCase, seen: SeenPreparedDto | undefined, sentTo: string): Promise<void> {
    if (seen === undefined) return;
    const found = await this.findKept(file, seen.id);
    if (!found) throw changed();
    if ((found.partnerId ?? found.serviceId) !== sentTo) {
      const [bar] = await this.showing.barsOf(file, [found]);
      if (!bar) throw forAnother();
    }
    await this.drop(file, seen);
  }

  /** The case is locked. */
  async drop(file: LoadedCase, seen: SeenPreparedDto): Promise<void> {
    await this.demandKept(file, seen);
    if (!(await this.prepared.removeSeen(file, seen))) throw changed();
    this.unit.notes({ prepared: seen.id });
  }

  private async keepComposed(
    file: LoadedCase,
    { id, version }: Pick<Prepared, 'id' | 'version'>,
    { accountId, serviceId, terms }: PrepareReferralDto,
  ): Promise<void> {
    const to = { partnerId: accountId ?? null, serviceId: serviceId ?? null };
    if ((to.partnerId === null) === (to.serviceId === null))
      throw invalidValue(
        'accountId',
        'Dites pour qui : un compte de partenaire, ou un service sans compte.',
        'Say for whom: an account of a partner, or a service without account.',
      );
    const [bar] = await this.showing.barsOf(file, [to]);
    if (bar) throw barred(bar, to.partnerId === null ? 'serviceId' : 'accountId');
    if (terms.needId !== undefined) await this.needs.refuseUnknown(file, terms.needId);
    if (!(await this.prepared.keepOver(file, { id, version, ...to, terms: withoutGaps(terms) })))
      throw changed();
    this.unit.notes({ prepared: id });
  }

  private async demandKept(file: LoadedCase, { id, version }: SeenPreparedDto): Promise<void> {
    const found = await this.findKept(file, id);
    if (!found) throw new Refusal('not-found');
    if (found.version !== version) throw changed();
  }

  /** What a reader may not see they neither change, send nor drop. */
  private async findKept(file: LoadedCase, id: string): Promise<Prepared | null> {
    const isVisible = this.showing.isVisible(file);
    return (await this.prepared.ofCase(file)).find((it) => it.id === id && isVisible(it)) ?? null;
  }
}

/** What was not said stands nowhere. */
const withoutGaps = (terms: PrepareReferralDto['terms']): PrepareReferralDto['terms'] =>
  Object.fromEntries(
    Object.entries(terms).filter(([, value]) => value !== null && value !== undefined),
  ) as PrepareReferralDto['terms'];

const changed = (): Refusal =>
  refused(
    'prepared-changed',
    'Cette orientation préparée a changé, ou elle est déjà envoyée ou supprimée. Relisez la page des orientations.',
    'This prepared referral has changed, or was sent or dropped already. Read the page of referrals again.',
  );

const forAnother = (): Refusal =>
  refused(
    'prepared-for-another',
    'Cette orientation est préparée pour un autre destinataire. Envoyez-la à celui-là, ou changez d’abord pour qui elle est.',
    'This referral is prepared for another recipient. Send it to them, or change first whom it is for.',
    'prepared',
  );

const tooMany = (): Refusal =>
  refused(
    'too-many-prepared',
    'Trop d’orientations sont déjà préparées pour ce dossier : envoyez-en ou supprimez-en.',
    'Too many referrals are prepared for this case already: send some or drop some.',
  );

const BARRED: Readonly<Record<PreparedBar, readonly [fr: string, en: string]>> = {
  gone: [
    'Ce destinataire n’est pas, ou plus, un compte de partenaire ni un service de l’annuaire.',
    'They are not, or no more, an account of a partner or a service of the directory.',
  ],
  'kept-away': KEPT_AWAY,
  'has-account': [
    'Ce service a un compte : orientez vers lui, il lira ce que vous ouvrez.',
    'This service has an account: refer to it, and it reads what you open.',
  ],
};

const barred = (bar: PreparedBar, field: string): Refusal =>
  refused(bar === 'gone' ? 'not-in-directory' : bar, ...BARRED[bar], field);
