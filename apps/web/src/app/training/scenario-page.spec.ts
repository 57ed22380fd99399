import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { EngineBundle, ProtocolSummary, Scenario } from '@repere/contract';
import { loadLibrary, loadScenario } from '@repere/protocol';
import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { open, prepare, sent } from '../../testing/open-page';
import { settled } from '../../testing/settled';
import { ScenarioPage } from './scenario-page';

const ROOT = join(__dirname, '../../../../..');
const ID = 'xray-19-5-margin-18';

function bundle(): EngineBundle {
  const folder = join(ROOT, 'protocols');
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path).split(sep).join('/')] = readFileSync(path, 'utf8');
  }
  const { shared, documents } = loadLibrary(files);
  if (!shared) throw new Error('no facts.yaml');
  return { shared, documents } as unknown as EngineBundle;
}

function answer(): Scenario {
  const yaml = readFileSync(join(ROOT, 'scenarios', `${ID}.yaml`), 'utf8');
  const { scenario } = loadScenario(yaml, `${ID}.yaml`);
  if (!scenario) throw new Error('no scenario');
  const { title, summary, protocol, minutes, objectives } = scenario;
  return { id: ID, title, summary, protocol, minutes, objectives, yaml };
}

const kept = bundle();

/** The versions that the scenario names, as the page asks for them. */
function named(): string {
  const { versions = {} } = loadScenario(answer().yaml, `${ID}.yaml`).scenario ?? {};
  return Object.entries(versions)
    .map(([protocol, version]) => `${protocol}@${String(version)}`)
    .join(',');
}

async function opened(): Promise<HTMLElement> {
  const api = await prepare('en');
  const opening = open(ScenarioPage, { scenario: ID });
  (await sent(api, 'GET', `/api/training/scenarios/${ID}`)).flush(answer());
  (await sent(api, 'GET', '/api/protocols')).flush([] satisfies readonly ProtocolSummary[]);
  const asked = new URLSearchParams({ versions: named() }).toString();
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
    expect(screen.getByRole('heading', { name: 'A doubt is voiced' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'To do now' })).toBeTruthy();
    expect(screen.getByText('12 May 2025 at 09:00', { selector: 'strong' })).toBeTruthy();
  });

  it('time runs on, and what the world brings in arrives because nothing was done', async () => {
    await opened();
    for (let i = 0; i < 3; i++) await press('+ 1 day');
    expect(screen.getByRole('heading', { name: 'The duty lawyer calls' })).toBeTruthy();
    expect(screen.getByText('15 May 2025 at 09:00', { selector: 'strong' })).toBeTruthy();
  });

  it('going back is a branch: what was done stays, and both are listed', async () => {
    await opened();
    await press('Model step');
    await press('Model step');
    await press(/12 May 2025 at 10:00/);
    expect(screen.getByText(/Acting here opens a branch/)).toBeTruthy();
    await press('+ 1 day');
    expect(screen.getByRole('heading', { name: 'The runs' })).toBeTruthy();
    expect(screen.getByText('13 May 2025 at 10:00', { selector: 'strong' })).toBeTruthy();
    await press('First run');
    expect(screen.getByText('12 May 2025 at 15:00', { selector: 'strong' })).toBeTruthy();
  });

  it('what a guard refuses is said, and costs its points at the end, with a way to the moment', async () => {
    await opened();
    await press('+ 1 day');
    await press('End of the story, and score');
    const lost = screen.getByText('A lawyer asked for within three days').closest('li') as HTMLElement;
    expect(within(lost).getByText(/Sources: P2.3/)).toBeTruthy();
    await userEvent.click(within(lost).getByRole('button', { name: /See this moment: 15 May 2025/ }));
    await settled();
    expect(screen.getByRole('heading', { name: 'To do now' })).toBeTruthy();
  });

  it('the model run comes to a hundred once its questions are answered and the trainer has ticked', async () => {
    await opened();
    for (let i = 0; i < 30 && screen.queryByRole('button', { name: 'Model step' }); i++)
      await press('Model step');
    await userEvent.click(screen.getByLabelText('He comes on Thursday.'));
    await userEvent.click(screen.getByLabelText('That the doubt remains.'));
    await userEvent.click(screen.getByLabelText(/The group told Cyprès/));
    await press('End of the story, and score');
    expect(screen.getByText('100 %')).toBeTruthy();
  });

  it('a step is done by its own form, and a form that is not filled says what is missing', async () => {
    await opened();
    await press('Must this doubt be settled now?');
    await press('Do the step');
    expect(screen.getAllByText(/An answer is needed/).length).toBeGreaterThan(0);
  });

  it('projected, it is led by single keys, and not before', async () => {
    await opened();
    await userEvent.keyboard('j');
    expect(screen.getByText('12 May 2025 at 09:00', { selector: 'strong' })).toBeTruthy();
    await press('Projector view');
    await userEvent.keyboard('j');
    await settled();
    expect(screen.getByText('13 May 2025 at 09:00', { selector: 'strong' })).toBeTruthy();
  });
});
