import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { recordStandingRows } from '../../record/record-standing-rows';
import type { Configuration } from '../../configuration';
import type { Space } from '../../spaces';
import { CONFIGURATION } from '../../tokens';
import { UnitOfWork } from '../../unit-of-work';
import { CheckKeys } from '../check-keys';
import { placeIn, upkeep } from '../rotation/progress';
import { BindCredentials } from './bind-credentials';

/** Credentials of before can't be told from planted ones: whoever runs Repère says that they are theirs. */
export class CredentialsUnbound extends Error {
  constructor(readonly titles: readonly string[]) {
    super(
      `Repère can't start. Credentials of ${titles.map((title) => `"${title}"`).join(', ')} are bound to no account: ` +
        'they are older than the key that binds them, or somebody took the binding away. If this is the first start of this ' +
        'version on this database, set REPERE_TAKE_OVER_CREDENTIALS=once for this one start, then leave it out. ' +
        'If not, find out who wrote there: repere ledger fsck.',
    );
  }
}

/**
 * The one time that credentials which are there already get their MACs: at the first start on a database of before. Its event says
 * how many of each kind, and those beside it how accounts, teams and grants stood then: from there on every row is derived.
 */
@Injectable()
export class TakeOverCredentials implements OnModuleInit {
  private readonly logger = new Logger(TakeOverCredentials.name);

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly check: CheckKeys,
    private readonly units: UnitOfWork,
    private readonly binding: BindCredentials,
  ) {}

  async onModuleInit(): Promise<void> {
    // Nothing is bound by keys that don't fit.
    await this.check.onModuleInit();
    const due: Space[] = [];
    for (const space of await this.check.reached()) if (await this.isDue(space)) due.push(space);
    if (due.length > 0 && !this.configuration.takesOverCredentials)
      throw new CredentialsUnbound(due.map(({ title }) => title));
    for (const space of due) await this.takeOver(space);
  }

  private isDue(space: Space): Promise<boolean> {
    return this.units.unrecorded('system:session', placeIn(space), async () => {
      const done: unknown[] = await this.units.manager.query(`SELECT 1 FROM credential_baseline`);
      return done.length === 0;
    });
  }

  private takeOver(space: Space): Promise<void> {
    return this.units.runAs('system:migrate', placeIn(space), upkeep('credentials.taken-over'), async () => {
      const { manager } = this.units;
      // Of two that start together the second waits here, and finds it done.
      const begun: unknown[] = await manager.query(
        `INSERT INTO credential_baseline DEFAULT VALUES ON CONFLICT DO NOTHING RETURNING 1`,
      );
      if (begun.length === 0) return;
      const bound = await this.binding.bindUnbound();
      await recordStandingRows(this.units);
      await this.units.record({ type: 'credentials.taken-over', payload: { bound } });
      this.logger.log(
        `Credentials of "${space.title}" are bound to their accounts: ${JSON.stringify(bound)}`,
      );
    });
  }
}
