import type { EngineBundle, ProtocolSummary, Scenario } from '@repere/contract';
import { loadLibrary, loadScenario } from '@repere/protocol';
import { FACTS, PROTOCOL, SCENARIO, SOURCES } from '@repere/protocol/testing';
import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { ScenarioPage } from './scenario-page';

const ID = 'a-night';

function bundle(): EngineBundle {
  const files = { 'facts.yaml': FACTS, 'sources.yaml': SOURCES, 'shelter/1.0.0/protocol.yaml': PROTOCOL };
  const { shared, documents } = loadLibrary(files);
  if (!shared) throw new Error('no facts.yaml');
  return { shared, documents } as unknown as EngineBundle;
}

function answer(): Scenario {
  const { scenario } = loadScenario(SCENARIO, `${ID}.yaml`);
  if (!scenario) throw new Error('no scenario');
  const { title, summary, protocol, minutes, objectives } = scenario;
  const shown = { child: 'Nobody', protocols: ['shelter'] };
  return { id: ID, title, summary, protocol, minutes, objectives, ...shown, yaml: SCENARIO, outOfForce: [] };
}

const kept = bundle();

async function opened(): Promise<HTMLElement> {
  const api = await prepare('en');
  const opening = openPage(ScenarioPage, { scenario: ID });
  (await sent(api, 'GET', `/api/training/scenarios/${ID}`)).flush(answer());
  (await sent(api, 'GET', '/api/protocols')).flush([] satisfies readonly ProtocolSummary[]);
  // The versions that the scenario names.
  const asked = new URLSearchParams({ versions: 'shelter@1.0.0' }).toString();
  (await sent(api, 'GET', `/api/protocols/bundle?${asked}`)).flush(kept);
  const page = await opening;
  await settled();
  await page.whenStable();
  api.verify();
  return page.nativeElement;
}

const press = async (name: string | RegExp) => {
  await userEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement);
  await settled();
};

describe('a scenario, played', () => {
  it('says that all is fictional, tells the first beat, and what is to be done now', async () => {
    await opened();
    expect(screen.getByText(/TRAINING: fictional children/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Evening' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'To do now' })).toBeTruthy();
    expect(screen.getByText('3 March 2025 at 09:00', { selector: 'strong' })).toBeTruthy();
  });

  it('time runs on, and what the world brings in arrives because nothing was done', async () => {
    await opened();
    await press('+ 1 day');
    expect(screen.getByRole('heading', { name: 'A call' })).toBeTruthy();
    expect(screen.getByText('4 March 2025 at 09:00', { selector: 'strong' })).toBeTruthy();
  });

  it('going back is a branch: what was done stays, and both are listed', async () => {
    await opened();
    await press('Model step');
    await press('Model step');
    await press(/3 March 2025 at 10:00/);
    expect(screen.getByText(/Acting here opens a branch/)).toBeTruthy();
    await press('+ 1 day');
    expect(screen.getByRole('heading', { name: 'The runs' })).toBeTruthy();
    expect(screen.getByText('4 March 2025 at 10:00', { selector: 'strong' })).toBeTruthy();
    await press('First run');
    expect(screen.getByText('3 March 2025 at 11:00', { selector: 'strong' })).toBeTruthy();
  });

  it('what a guard refuses is said, and costs its points at the end, with a way to the moment', async () => {
    await opened();
    await press('+ 1 day');
    await press('End of the story, and score');
    const lost = screen.getByText('Assessed within six hours').closest('li') as HTMLElement;
    expect(within(lost).getByText(/Sources: S19/)).toBeTruthy();
    await userEvent.click(within(lost).getByRole('button', { name: /See this moment: 3 March 2025/ }));
    await settled();
    expect(screen.getByRole('heading', { name: 'To do now' })).toBeTruthy();
  });

  it('the model run comes to a hundred once its questions are answered and the trainer has ticked', async () => {
    await opened();
    for (let i = 0; i < 30 && screen.queryByRole('button', { name: 'Model step' }); i++)
      await press('Model step');
    await userEvent.click(screen.getByLabelText('The child'));
    await userEvent.click(screen.getByLabelText(/Spoken to/));
    await press('End of the story, and score');
    expect(screen.getByText('100 %')).toBeTruthy();
  });

  it('a step is done by its own form, and a form that is not filled says what is missing', async () => {
    await opened();
    await press('Assess');
    await press('Do the step');
    expect(screen.getAllByText(/An answer is needed/).length).toBeGreaterThan(0);
  });

  it('projected, it is led by single keys, and not before', async () => {
    await opened();
    await userEvent.keyboard('j');
    expect(screen.getByText('3 March 2025 at 09:00', { selector: 'strong' })).toBeTruthy();
    await press('Projector view');
    await userEvent.keyboard('j');
    await settled();
    expect(screen.getByText('4 March 2025 at 09:00', { selector: 'strong' })).toBeTruthy();
  });
});
