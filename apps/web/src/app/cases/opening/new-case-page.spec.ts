import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { OpenCaseFile } from '@repere/contract';
import { caseFile } from '../../../testing/fake-case';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { NewCasePage } from './new-case-page';

const match = {
  caseFileId: 'c9',
  reference: 'RP-AAAA-11',
  calledName: 'Inez',
  lead: null,
  why: [{ code: 'sounds-alike', text: { fr: 'le prénom se prononce pareil', en: 'sounds alike' } }],
};

async function started() {
  const api = await prepare('fr', [{ path: '**', children: [] }]);
  const fixture = await openPage(NewCasePage);
  return { api, fixture };
}
const create = () => userEvent.click(screen.getByRole('button', { name: 'Créer le dossier' }));
const answerDanger = (name: string) =>
  userEvent.click(
    within(screen.getByRole('group', { name: /danger immédiat/ })).getByRole('radio', { name }),
  );

describe('NewCasePage', () => {
  it('requires danger to be asked, and nothing about the child', async () => {
    const { api, fixture } = await started();
    await create();
    await fixture.whenStable();
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    expect(screen.getByRole('link', { name: /question du danger/ })).toBeTruthy();
    await answerDanger('Pas demandé');
    await create();
    const request = await sent(api, 'POST', '/api/case-files');
    const body = request.request.body as OpenCaseFile;
    expect(body.child).toEqual({ calledName: 'Inconnu·e' });
    expect(body.urgentDangerSeen).toBe('not-asked');
    expect(request.request.headers.get('Idempotency-Key')).toBe(body.id);
    request.flush(caseFile({ id: body.id, reference: 'RP-NEUF-01' }));
    await settled();
    expect(TestBed.inject(Router).url).toBe(`/dossiers/${body.id}`);
  });

  it('gives the numbers to call as soon as danger was seen', async () => {
    const { fixture } = await started();
    expect(screen.queryByRole('link', { name: '17' })).toBeNull();
    await answerDanger('Oui');
    await fixture.whenStable();
    expect(screen.getByRole('link', { name: '17' }).getAttribute('href')).toBe('tel:17');
  });

  it('shows cases that look alike, why, and asks why it is none of them', async () => {
    const { api, fixture } = await started();
    await answerDanger('Non');
    await userEvent.type(screen.getByLabelText('Comment l’appeler'), 'Inès');
    const asked = await sent(api, 'POST', '/api/case-files/duplicates');
    expect(asked.request.body).toEqual({ child: { calledName: 'Inès' } });
    asked.flush({ items: [match] });
    await settled();
    await fixture.whenStable();
    expect(screen.getByText(/le prénom se prononce pareil/)).toBeTruthy();
    await create();
    await fixture.whenStable();
    expect(screen.getByRole('link', { name: /Dites pourquoi/ })).toBeTruthy();
    await userEvent.type(screen.getByLabelText(/Pourquoi n’est-ce aucun/), 'Autre âge');
    await create();
    const { request } = await sent(api, 'POST', '/api/case-files');
    expect((request.body as OpenCaseFile).notDuplicates).toEqual([{ caseFileId: 'c9', why: 'Autre âge' }]);
  });

  it('puts what the server refuses beside its field', async () => {
    const { api, fixture } = await started();
    await answerDanger('Non');
    await create();
    const text = { fr: 'Ce nom est trop long', en: 'This name is too long' };
    const reasons = [{ code: 'invalid', text, field: 'child.familyName' }];
    const refused = { type: 'about:blank', title: '', status: 422, code: 'invalid', reasons };
    (await sent(api, 'POST', '/api/case-files')).flush(refused, { status: 422, statusText: 'Unprocessable' });
    await settled();
    await fixture.whenStable();
    expect(screen.getByLabelText('Nom de famille').getAttribute('aria-describedby')).toBe(
      'family-name-problem',
    );
  });

  it('keeps what was typed while one looks elsewhere', async () => {
    const { fixture } = await started();
    await userEvent.type(screen.getByLabelText('Nom de famille'), 'Dupont');
    fixture.destroy();
    await openPage(NewCasePage);
    expect(screen.getByLabelText<HTMLInputElement>('Nom de famille').value).toBe('Dupont');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('Dupont');
  });
});
