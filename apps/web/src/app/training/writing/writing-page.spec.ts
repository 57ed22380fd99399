import type { EngineBundle, OwnScenario, ProtocolSummary } from '@repere/contract';
import { loadLibrary } from '@repere/protocol';
import { FACTS, PROTOCOL, SCENARIO, SOURCES } from '@repere/protocol/testing';
import { screen, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import type { HttpTestingController } from '@angular/common/http/testing';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ScenarioWritingPage } from './writing-page';

const ID = '11111111-2222-4333-8444-555555555555';
const PATH = `/api/training/own-scenarios/${ID}`;

const scenario = (yaml = SCENARIO, more: Partial<OwnScenario> = {}): OwnScenario => ({
  ...{ id: ID, name: 'a-night', title: { fr: 'A night (fr)', en: 'A night' }, child: 'Nobody' },
  ...{ protocols: ['shelter'], minutes: 5, errors: 0, revision: 3, changedAt: '2025-05-01T07:00:00.000Z' },
  ...{ yaml, problems: [], versions: [], outOfForce: [] },
  ...more,
});

function bundle(): EngineBundle {
  const files = { 'facts.yaml': FACTS, 'sources.yaml': SOURCES, 'shelter/1.0.0/protocol.yaml': PROTOCOL };
  const { shared, documents } = loadLibrary(files);
  return { shared, documents } as unknown as EngineBundle;
}

let api: HttpTestingController;

// The browser of tests measures no text.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

async function opened(found = scenario(), versions = 'shelter@1.0.0'): Promise<void> {
  localStorage.clear();
  api = await prepare('en');
  const opening = openPage(ScenarioWritingPage, { scenarioId: ID });
  (await sent(api, 'GET', PATH)).flush(found);
  (await sent(api, 'GET', '/api/protocols')).flush([] satisfies readonly ProtocolSummary[]);
  const asked = new URLSearchParams({ versions }).toString();
  (await sent(api, 'GET', `/api/protocols/bundle?${asked}`)).flush(bundle());
  await opening;
  await settled();
}

const choosePart = (name: string) =>
  userEvent.selectOptions(screen.getByLabelText('Part of the scenario'), name);
const press = async (name: string | RegExp) => {
  await userEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement);
  await settled();
};
const saved = async (): Promise<string> => {
  await press('Save');
  const request = await sent(api, 'PUT', PATH);
  expect(request.request.headers.get('If-Match')).toBe('"3"');
  const { yaml } = request.request.body as { yaml: string };
  request.flush(scenario(yaml, { revision: 4 }));
  await settled();
  return yaml;
};

describe('writing a scenario', () => {
  it('a sentence that is typed in a form is written in the text, and nothing else changes', async () => {
    await opened();
    await choosePart('Evening');
    const field = screen.getByLabelText('What is told, in English');
    await userEvent.clear(field);
    await userEvent.type(field, 'Night falls');
    expect(await saved()).toBe(SCENARIO.replace('en: "It is getting late"', 'en: "Night falls"'));
  });

  it('a beat is added and named, and can be filled in at once', async () => {
    await opened();
    await press('Something told');
    expect(screen.getByText('Added.')).toBeTruthy();
    const field = screen.getByLabelText('Title, in English');
    await userEvent.clear(field);
    await userEvent.type(field, 'Dawn');
    expect(await saved()).toMatch(/id: beat-1[^\n]*en: "?Dawn/);
  });

  it('forms wait while the text can not be read, and say where that is', async () => {
    await opened(scenario(SCENARIO.replace('minutes: 5', 'minutes: [')), '');
    expect(screen.getByText(/can not be read: mend it first/)).toBeTruthy();
    expect(screen.queryByLabelText('Part of the scenario')).toBeNull();
  });

  it('what the server says of the saved text is shown, errors first', async () => {
    const problem = {
      ...{ file: 'scenario.yaml', line: 7, column: 1, code: 'loop', severity: 'error' as const },
      message: { fr: 'Boucle', en: 'A loop' },
      remedy: { fr: 'Retirez', en: 'Take it out' },
    };
    await opened(scenario(SCENARIO, { problems: [problem], errors: 1 }));
    expect(screen.getByText('1 error: it can not be played yet.')).toBeTruthy();
    await press('What is wrong');
    expect(screen.getByText('A loop')).toBeTruthy();
  });

  it('reads as a class will hear it', async () => {
    await opened();
    await press('To read');
    // No name of the machine: a step as its protocol calls it, or that the class has avoided it.
    const when = screen.getByText(/^24 hours after the beginning, unless /).textContent;
    expect(when).not.toContain('done(');
    expect(screen.getByRole('heading', { name: 'Evening' })).toBeTruthy();
  });

  it('an earlier text is taken back into the editor, and counts once it is saved', async () => {
    const versions = [
      { revision: 3, savedAt: '2025-05-01T07:00:00.000Z' },
      { revision: 2, savedAt: '2025-04-01T07:00:00.000Z' },
    ];
    await opened(scenario(SCENARIO, { versions }));
    await press('Versions');
    await press(/^Take back: Revision 2/);
    const earlier = SCENARIO.replace('minutes: 5', 'minutes: 9');
    (await sent(api, 'GET', `${PATH}/versions/2`)).flush({ ...versions[1], yaml: earlier });
    await settled();
    expect(await saved()).toBe(earlier);
  });

  it('saved elsewhere meanwhile, both texts are there to choose from', async () => {
    await opened();
    await choosePart('Evening');
    await userEvent.type(screen.getByLabelText('What is told, in English'), ' now');
    await press('Save');
    (await sent(api, 'PUT', PATH)).flush(
      { type: 'about:blank', title: 'stale', status: 412, code: 'stale' },
      { status: 412, statusText: 'stale' },
    );
    const theirs = SCENARIO.replace('minutes: 5', 'minutes: 7');
    (await sent(api, 'GET', PATH)).flush(scenario(theirs, { revision: 4 }));
    await settled();
    const alert = screen.getAllByRole('alert').find((it) => /another page/.test(it.textContent));
    if (!alert) throw new Error('no word of the other text');
    await userEvent.click(within(alert).getAllByRole('button')[0] as HTMLElement);
    await press('Save');
    const again = await sent(api, 'PUT', PATH);
    expect(again.request.headers.get('If-Match')).toBe('"4"');
    expect((again.request.body as { yaml: string }).yaml).toContain('It is getting late now');
  });
});
