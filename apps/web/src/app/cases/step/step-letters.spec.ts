import { RouterTestingHarness } from '@angular/router/testing';
import { screen } from '@testing-library/dom';
import type { StepPage } from '@repere/contract';
import { asks, stepPage } from '../../../testing/fake-step';
import { prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { DoStepPage } from './do-step-page';

const both = (words: string) => ({ fr: words, en: words });
const seizure = { id: 'emergency-order', title: both('Demande'), doesStep: true };
const sheet = { id: 'transport', title: both('Fiche'), doesStep: false };

async function shown(change: Partial<StepPage>) {
  const api = await prepare('fr', [
    { path: 'dossiers/:caseFileId/etapes/:runId/:step', component: DoStepPage },
    { path: '**', children: [] },
  ]);
  const harness = await RouterTestingHarness.create('/dossiers/c1/etapes/r1/danger');
  document.body.append(harness.fixture.nativeElement);
  const request = await sent(api, 'GET', '/api/case-files/c1/runs/r1/steps/danger');
  request.flush(
    stepPage({ asks: asks({ evidence: [{ code: 'seizure', label: both('Copie') }] }), ...change }),
  );
  await settled();
}

const addressOf = (name: string) =>
  screen.queryByRole('link', { name: new RegExp(`Préparer la lettre.*${name}`) })?.getAttribute('href') ??
  null;
const evidenceIsFolded = () => {
  const fields = document.querySelector('app-evidence-fields');
  if (!fields) throw new Error('no papers');
  return fields.closest('details') !== null;
};

describe('letters at a step', () => {
  beforeAll(() => (Element.prototype.scrollIntoView = () => undefined));
  afterEach(() => document.body.replaceChildren());

  it('lead to the one that does it with its step, and to those beside it without', async () => {
    await shown({ letters: [seizure, sheet] });
    expect(addressOf('Demande')).toMatch(/emergency-order\?etape=r1(\/|%2F)danger$/);
    expect(addressOf('Fiche')).toMatch(/transport$/);
    expect(evidenceIsFolded()).toBe(true);
  });

  it('are not offered again once one left that does it; those beside it are, and fold no paper away', async () => {
    await shown({ letters: [seizure, sheet], letterSentAt: '2026-03-12T14:02:00+01:00' });
    expect([addressOf('Demande'), addressOf('Fiche') === null]).toEqual([null, false]);
  });

  it('beside it leave the papers of the step in sight', async () => {
    await shown({ letters: [sheet] });
    expect(evidenceIsFolded()).toBe(false);
  });
});
