import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { CaseFile, Child } from '@repere/contract';
import { Language } from '@repere/ui';
import { actDone, caseFile } from '../../../testing/fake-case';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { CasePage } from '../../casework/case-page';
import { IdentityPage } from './identity-page';

const INES: Child = {
  calledName: 'Inès',
  familyName: 'Diallo',
  birth: '2010',
  languages: ['fr', 'pt'],
  phones: ['06 00 00 00 01', '06 00 00 00 02'],
  safeContact: { how: 'par la tante' },
};
const WHY = /^Pourquoi ce changement/;
const field = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label);
const retype = async (label: string, text: string) => {
  await userEvent.clear(field(label));
  await userEvent.type(field(label), text);
};
const save = () => userEvent.click(screen.getByRole('button', { name: 'Inscrire la correction' }));

async function shown(change: Partial<CaseFile> = { child: INES }) {
  const api = await prepare('fr', [{ path: '**', children: [] }]);
  const fixture = await openPage(IdentityPage, { caseFileId: 'c1' });
  const answer = async (next: Partial<CaseFile>) => {
    (await sent(api, 'GET', '/api/case-files/c1')).flush(caseFile(next));
    await settled();
    await fixture.whenStable();
  };
  await answer(change);
  const refuse = async (status: number, problem: object) => {
    const request = await sent(api, 'PUT', '/api/case-files/c1/child');
    request.flush({ type: 'about:blank', title: '', status, ...problem }, { status, statusText: 'No' });
    await settled();
    await fixture.whenStable();
  };
  return { api, fixture, answer, refuse };
}

describe('correcting the identity', () => {
  afterEach(() => document.body.replaceChildren());

  it('begins with what is on record, and sends it with the reason and the version that was read', async () => {
    const { api, fixture } = await shown();
    expect(document.title).toBe('Corriger l’identité RP-7K4M-2Q – Repère');
    expect(field('Nom de famille').value).toBe('Diallo');
    expect(field('Téléphones de l’enfant').value).toBe('06 00 00 00 01, 06 00 00 00 02');
    await retype('Nom de famille', 'Dialo');
    await userEvent.type(field(WHY), 'Papiers vus');
    await save();
    const request = await sent(api, 'PUT', '/api/case-files/c1/child');
    const { safeContact: _, ...rest } = INES;
    expect(request.request.body).toEqual({ child: { ...rest, familyName: 'Dialo' }, why: 'Papiers vus' });
    expect(request.request.headers.get('If-Match')).toBe('"7"');
    expect(request.request.headers.get('Idempotency-Key')).toBeTruthy();
    request.flush(actDone());
    await settled();
    expect(TestBed.inject(Router).url).toBe('/dossiers/c1');
    fixture.destroy();
    await openPage(CasePage, { caseFileId: 'c1' });
    (await sent(api, 'GET', '/api/case-files/c1/page')).flush({
      caseFile: caseFile(),
      journal: { items: [], next: null },
    });
    await settled();
    expect(screen.getByText('Identité corrigée.').closest('[role=status]')).toBeTruthy();
  });

  it('asks why, and does not let a birth on record vanish', async () => {
    const { api, fixture } = await shown();
    await userEvent.clear(
      within(screen.getByRole('group', { name: /Date de naissance/ })).getByLabelText('Année'),
    );
    await save();
    await fixture.whenStable();
    expect(document.activeElement).toBe(screen.getByRole('alert', { name: 'À corriger avant de continuer' }));
    const asked = screen.getByRole('link', { name: 'Dites pourquoi vous changez l’identité' });
    expect(asked.getAttribute('href')).toBe('#why');
    expect(screen.getByRole('link', { name: /ne s’efface pas/ })).toBeTruthy();
    expect(document.title).toMatch(/^Erreur\s: /);
    api.expectNone({ method: 'PUT' });
  });

  it('puts what the server refuses beside its field', async () => {
    const { refuse } = await shown();
    await userEvent.type(field(WHY), 'Papiers vus');
    await save();
    const text = { fr: 'Ce nom est trop long', en: 'This name is too long' };
    await refuse(422, { code: 'refused', reasons: [{ code: 'invalid', text, field: 'child.familyName' }] });
    expect(screen.getByRole('link', { name: 'Ce nom est trop long' })).toBeTruthy();
    expect(field('Nom de famille').getAttribute('aria-describedby')).toBe('family-name-problem');
  });

  it('says what somebody changed meanwhile, keeps what was typed, and takes the rest over', async () => {
    const { api, answer, refuse } = await shown();
    await retype('Nom de famille', 'Dialo');
    await userEvent.type(field(WHY), 'Papiers vus');
    await save();
    const title = { fr: 'Identité corrigée', en: 'Identity corrected' };
    const change = { seq: 8, entryId: 'e8', at: new Date().toISOString(), by: 'Nora', title, values: {} };
    await refuse(412, { code: 'stale', changes: [change] });
    const child = { ...INES, familyName: 'Diallot', givenNames: 'Inès Marie' };
    await answer({ child, state: { ...caseFile().state, seq: 9 } });
    const notice = screen.getByRole('alert', { name: 'Le dossier a changé entre-temps' });
    expect(document.activeElement).toBe(notice);
    expect(within(notice).getByText(/^Identité corrigée, par Nora/)).toBeTruthy();
    expect(
      within(notice).getByText('Nom de famille\u00a0: Diallot (votre saisie est gardée)', {
        normalizer: String,
      }),
    ).toBeTruthy();
    expect([field('Nom de famille').value, field('Prénoms').value]).toEqual(['Dialo', 'Inès Marie']);
    await save();
    const { request } = await sent(api, 'PUT', '/api/case-files/c1/child');
    expect(request.headers.get('If-Match')).toBe('"9"');
    expect(request.body).toMatchObject({ child: { familyName: 'Dialo', givenNames: 'Inès Marie' } });
  });

  it('keeps what was typed while one looks elsewhere or changes the language', async () => {
    const { fixture, api } = await shown();
    await retype('Nom de famille', 'Dialo');
    await TestBed.inject(Language).use('en');
    await fixture.whenStable();
    expect(field('Family name').value).toBe('Dialo');
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    fixture.destroy();
    await openPage(IdentityPage, { caseFileId: 'c1' });
    (await sent(api, 'GET', '/api/case-files/c1')).flush(caseFile({ child: INES }));
    await settled();
    expect(field('Family name').value).toBe('Dialo');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('Dialo');
  });

  it.each([
    { child: INES, may: { write: false, approve: false, assign: false } },
    { child: { redacted: true, ask: 'supervisor' } as const },
  ])('is not for who may not write or see it', async (change) => {
    await shown(change);
    expect(screen.queryByRole('button', { name: 'Inscrire la correction' })).toBeNull();
    expect(screen.getByText(/Vous ne pouvez pas corriger/)).toBeTruthy();
  });
});

describe('the way to the correction', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    [caseFile({ child: INES }), true],
    [caseFile({ may: { write: false, approve: false, assign: false } }), false],
    [caseFile({ child: { redacted: true, ask: 'supervisor' } }), false],
  ])('stands on the case page only for who may', async (file, isThere) => {
    const api = await prepare();
    await openPage(CasePage, { caseFileId: 'c1' });
    (await sent(api, 'GET', '/api/case-files/c1/page')).flush({
      caseFile: file,
      journal: { items: [], next: null },
    });
    await settled();
    const link = screen.queryByRole('link', { name: 'Corriger l’identité' });
    expect(link?.getAttribute('href') ?? null).toBe(isThere ? '/dossiers/c1/identite' : null);
  });
});
