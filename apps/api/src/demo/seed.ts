import 'reflect-metadata';
import { maintain } from '../commands/maintain';
import { MissingConfiguration, readConfiguration } from '../platform/settings/configuration';
import { giveUp } from '../serve';
import { Demo } from './demo';
import { DemoModule } from './demo.module';

/** Fills the default space with fictional people and cases. Idempotent; refuses outside demo mode. */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  if (!configuration.demo) throw new MissingConfiguration(['REPERE_DEMO: 1, only a demo is filled']);
  await maintain(
    configuration,
    async ({ app, space, runAct: act }) => {
      const demo = new Demo(app);
      const { accounts } = await act('system:seed', 'demo.seed', () => demo.staff.seed());
      await act('system:seed', 'demo.seed', () => demo.training.seed(accounts));
      await demo.onCall.seed(space, accounts);
      await demo.services.seed(space, accounts);
      const cases = await demo.cases.seed(space, accounts);
      await demo.cover.seed(space, accounts);
      await demo.referrals.seed(space, accounts);
      const missions = await demo.missions.seed(space, accounts);
      const drafts = await demo.protocolWork.seed(space, accounts);
      console.log(
        `Fictional cases added: ${String(cases)}; drafts of protocols: ${String(drafts)}; missions: ${String(missions)}`,
      );
    },
    [DemoModule],
  );
}

main().catch(giveUp);
