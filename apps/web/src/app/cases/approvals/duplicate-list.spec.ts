import type { HttpTestingController } from '@angular/common/http/testing';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { DuplicateTask } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ApprovalsPage } from './approvals-page';

let api: HttpTestingController;

const TASK: DuplicateTask = {
  id: 't1',
  caseFileId: 'c1',
  reference: 'RP-7K4M-2Q',
  otherReference: 'RP-OTHER',
  otherCaseFileId: null,
  why: [{ fr: 'même nom', en: 'same name' }],
  raisedAt: '2026-03-12T14:00:00+01:00',
  dueAt: '2026-03-13T14:00:00+01:00',
};

async function shown(...items: DuplicateTask[]) {
  api = await prepare();
  const fixture = await openPage(ApprovalsPage);
  (await sent(api, 'GET', '/api/approvals')).flush({ items: [], next: null });
  (await sent(api, 'GET', '/api/alerts')).flush({ items: [], next: null });
  (await sent(api, 'GET', '/api/duplicate-tasks')).flush({ items, next: null });
  await settled();
  await fixture.whenStable();
}
const part = () => within(screen.getByRole('region', { name: 'Peut-être le même enfant' }));

describe('cases that look alike', () => {
  afterEach(() => document.body.replaceChildren());

  it('lead to the case that the reader may see, and only name the other', async () => {
    await shown(TASK);
    expect(part().getByRole('link', { name: 'RP-7K4M-2Q' }).getAttribute('href')).toBe('/dossiers/c1');
    expect(part().queryByRole('link', { name: 'RP-OTHER' })).toBeNull();
    expect(part().getByText(/RP-OTHER/)).toBeTruthy();
    expect(part().getByText(/même nom/)).toBeTruthy();
  });

  it('go once somebody said what was found, and with whom', async () => {
    await shown(TASK);
    await userEvent.click(part().getByRole('button', { name: 'Répondre' }));
    await userEvent.click(part().getByRole('button', { name: 'Enregistrer la réponse' }));
    api.expectNone('/api/duplicate-tasks/t1/close');
    expect(part().getByText('Choisissez une réponse.')).toBeTruthy();
    await userEvent.click(part().getByRole('radio', { name: 'Ce sont deux enfants' }));
    await userEvent.type(part().getByRole('textbox'), 'Appelé Sofia');
    await userEvent.click(part().getByRole('button', { name: 'Enregistrer la réponse' }));
    const closing = await sent(api, 'POST', '/api/duplicate-tasks/t1/close');
    expect(closing.request.body).toEqual({ outcome: 'other-child', note: 'Appelé Sofia' });
    closing.flush(null, { status: 204, statusText: 'closed' });
    await settled();
    expect(screen.queryByRole('region', { name: 'Peut-être le même enfant' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('are not there when there are none', async () => {
    await shown();
    expect(screen.queryByRole('region', { name: 'Peut-être le même enfant' })).toBeNull();
  });
});
