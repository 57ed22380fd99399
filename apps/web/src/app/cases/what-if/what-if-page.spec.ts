import type { HttpTestingController } from '@angular/common/http/testing';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { TriableFact, WhatIf } from '@repere/contract';
import { caseFile } from '../../../testing/fake-case';
import { field } from '../../../testing/fake-step';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { WhatIfPage } from './what-if-page';

const both = (words: string) => ({ fr: words, en: words });
const missing: TriableFact = {
  field: field({ id: 'missing', type: 'yes-no', title: both('Enfant disparu'), current: 'no' }),
  run: null,
  mayBeTold: true,
};
const nothing: WhatIf = { opens: [], steps: [], deadlines: [], lessProtective: [], refused: [] };
let api: HttpTestingController;

async function tried(effects: Partial<WhatIf>) {
  api = await prepare();
  const fixture = await openPage(WhatIfPage, { caseFileId: 'c1' });
  (await sent(api, 'GET', '/api/case-files/c1')).flush(caseFile());
  (await sent(api, 'GET', '/api/case-files/c1/what-if/facts')).flush([missing]);
  await settled();
  await fixture.whenStable();
  await userEvent.click(screen.getByRole('button', { name: /Enfant disparu/ }));
  await userEvent.click(screen.getByRole('radio', { name: 'Oui' }));
  const request = await sent(api, 'POST', '/api/case-files/c1/what-if');
  request.flush({ ...nothing, ...effects });
  await settled();
  await fixture.whenStable();
  return request.request.body as unknown;
}

describe('what if', () => {
  afterEach(() => document.body.replaceChildren());

  it('says that nothing is recorded, and begins with what is known', async () => {
    expect(await tried({})).toEqual({ values: { missing: 'yes' } });
    expect(screen.getByText('Rien n’est enregistré')).toBeTruthy();
    expect(screen.getByText(/Noté : Non/)).toBeTruthy();
    expect(screen.getByText('Rien ne change dans ce dossier.')).toBeTruthy();
  });

  it('names what is redacted, and lets nobody try it', async () => {
    api = await prepare();
    const fixture = await openPage(WhatIfPage, { caseFileId: 'c1' });
    (await sent(api, 'GET', '/api/case-files/c1')).flush(caseFile());
    const hidden = {
      ...missing.field,
      title: both('Un lieu sûr'),
      current: { redacted: true, ask: 'supervisor' },
    };
    const facts = [missing, { ...missing, field: { ...hidden, id: 'safe_place' }, mayBeTold: false }];
    (await sent(api, 'GET', '/api/case-files/c1/what-if/facts')).flush(facts);
    await settled();
    await fixture.whenStable();
    expect(screen.getByText('Un lieu sûr')).toBeTruthy();
    expect(screen.getByText('Non affiché : demandez à votre responsable')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Un lieu sûr/ })).toBeNull();
    expect(screen.getByRole('button', { name: /Enfant disparu/ })).toBeTruthy();
  });

  it('shows what opens, and a step before and after', async () => {
    await tried({
      opens: [{ protocol: 'search', title: both('Recherche') }],
      steps: [
        {
          runId: 'r1',
          step: 's',
          title: both('Le voir seul'),
          protocolTitle: both('Suivi'),
          before: 'ready',
          after: 'not-applicable',
        },
      ],
      deadlines: [
        { runId: 'n', step: 'report', title: both('Signaler'), dueAt: null, atOnce: true, origin: 'LEGAL' },
      ],
    });
    const effects = within(screen.getByRole('region', { name: 'Ce qui changerait' }));
    expect(effects.getByText('Recherche')).toBeTruthy();
    const line = effects.getByText('Le voir seul').closest('li');
    expect(line?.textContent?.replace(/\s+/g, ' ')).toMatch(/À faire puis.*Ne s’applique pas/);
    expect(effects.getByText(/sans délai/i)).toBeTruthy();
    expect(effects.getByText('1 étape changerait.')).toBeTruthy();
  });

  it('of what protects less says only that two people decide', async () => {
    await tried({ lessProtective: [both('Doute sur l’âge')] });
    expect(screen.getByText(/protégerait moins.*deux personnes/)).toBeTruthy();
    expect(screen.queryByText(/Doute sur l’âge/)).toBeNull();
  });

  it('does not ask again for the answer that is recorded', async () => {
    await tried({});
    await userEvent.click(screen.getByRole('radio', { name: 'Non' }));
    await settled();
    api.expectNone('/api/case-files/c1/what-if');
    expect(screen.getByText('Choisissez une réponse autre que celle qui est notée.')).toBeTruthy();
  });
});
