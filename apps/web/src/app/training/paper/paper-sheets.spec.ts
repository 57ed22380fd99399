import type { EngineBundle, ProtocolSummary, Scenario } from '@repere/contract';
import { loadLibrary, loadScenario, type TrainingScenario } from '@repere/protocol';
import { FACTS, PROTOCOL, SCENARIO, SOURCES } from '@repere/protocol/testing';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ScenarioReadingPage } from '../scenarios/reading-page';

const ID = 'a-night';

function scenarioOf(): TrainingScenario {
  const { scenario } = loadScenario(SCENARIO, `${ID}.yaml`);
  if (!scenario) throw new Error('no scenario');
  return scenario;
}

function bundle(): EngineBundle {
  const files = { 'facts.yaml': FACTS, 'sources.yaml': SOURCES, 'shelter/1.0.0/protocol.yaml': PROTOCOL };
  const { shared, documents } = loadLibrary(files);
  if (!shared) throw new Error('no facts.yaml');
  return { shared, documents } as unknown as EngineBundle;
}

/** The page of a scenario, and what it printed each time, in words. */
async function opened(): Promise<readonly string[]> {
  const printed: string[] = [];
  jest.spyOn(window, 'print').mockImplementation(() => {
    printed.push(document.querySelector('.rp-instead-of-paper')?.textContent ?? '');
  });
  const { title, summary, protocol, minutes, objectives } = scenarioOf();
  const shown = { child: 'Nobody', protocols: ['shelter'] };
  const answer: Scenario = {
    ...{ id: ID, title, summary, protocol, minutes, objectives },
    ...{ ...shown, yaml: SCENARIO, outOfForce: [] },
  };
  const api = await prepare('en');
  const opening = openPage(ScenarioReadingPage, { scenario: ID });
  (await sent(api, 'GET', `/api/training/scenarios/${ID}`)).flush(answer);
  (await sent(api, 'GET', '/api/protocols')).flush([] satisfies readonly ProtocolSummary[]);
  const asked = new URLSearchParams({ versions: 'shelter@1.0.0' }).toString();
  (await sent(api, 'GET', `/api/protocols/bundle?${asked}`)).flush(bundle());
  const page = await opening;
  await settled();
  await page.whenStable();
  return printed;
}

async function printFor(name: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name }));
  await settled();
}

describe('a scenario on paper', () => {
  const { beats, injects = [], questions = [], expectations, debrief = [] } = scenarioOf();
  /** What gives the game away. */
  const kept = [
    ...[...beats, ...injects].flatMap(({ notes, unless }) => [notes?.en, unless && '“Assess” is done']),
    ...expectations.map(({ title }) => title.en),
    ...questions.flatMap(({ choices }) => choices.map(({ because }) => because.en)),
    ...debrief.map(({ says }) => says.en),
  ].filter((it): it is string => typeof it === 'string');

  it('for the class has the story as cards, the questions with boxes, and nothing of what is looked for', async () => {
    const printed = await opened();
    await printFor('Print for the class');
    expect(printed).toHaveLength(1);
    const [sheets = ''] = printed;
    for (const { told } of [...beats, ...injects]) expect(sheets).toContain(told.en);
    for (const { ask, choices } of questions)
      for (const words of [ask.en, ...choices.map(({ says }) => says.en)]) expect(sheets).toContain(words);
    expect(kept.length).toBeGreaterThan(5);
    for (const words of kept) expect(sheets).not.toContain(words);
    // A number that is missing in the hand would tell that something was avoided.
    for (const { title } of [...beats, ...injects])
      expect(sheets).not.toMatch(new RegExp(`\\d\\. *${title.en}`));
    expect(sheets).not.toContain('Right answer');
    expect(sheets).toContain('FICTIONAL');
  });

  it('for whoever leads has the hours, the notes, what is looked for with its ground, and the answers', async () => {
    const printed = await opened();
    await printFor('Print for whoever leads');
    const [sheets = ''] = printed;
    for (const words of kept) expect(sheets).toContain(words);
    expect(sheets).toContain('3 March 2025 at 09:00');
    const grounds = expectations.flatMap(({ basis = [] }) => basis);
    expect(grounds.length).toBeGreaterThan(0);
    for (const code of grounds) expect(sheets).toContain(code);
  });

  it('leaves the page as it was once it is printed', async () => {
    const printed = await opened();
    await printFor('Print for the class');
    window.dispatchEvent(new Event('afterprint'));
    await settled();
    expect(document.querySelector('.rp-instead-of-paper')).toBeNull();
    await printFor('Print for whoever leads');
    expect(printed).toHaveLength(2);
    expect(printed[1]).not.toBe(printed[0]);
  });
});
