import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { TriableFact, WhatIf } from '@repere/contract';
import { actDone, caseFile } from '../../../testing/fake-case';
import { summary } from '../../../testing/fake-protocol';
import { caseEvent, doubtEvent } from '../../../testing/fake-event';
import { field } from '../../../testing/fake-step';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { CaseNews } from '../case-file/heading/case-news';
import { NewFactPage } from './new-fact-page';

const both = (words: string) => ({ fr: words, en: words });
const reasons = [{ code: 'papers_conflict', label: both('documents contradictoires') }];
const facts: readonly TriableFact[] = [
  { field: field({ id: 'left', type: 'yes-no', title: both('Disparu') }), run: null, mayBeTold: true },
  {
    field: field({ id: 'doubt_reason', type: 'choice', title: both('Motif de ce doute'), options: reasons }),
    run: null,
    mayBeTold: true,
  },
];
const nothing: WhatIf = { opens: [], steps: [], deadlines: [], lessProtective: [], refused: [] };
const opens = (protocol: string) => ({ opens: [{ protocol, title: both('Recherche') }] });
const done = actDone();
const EVENTS = [
  caseEvent(),
  doubtEvent(),
  caseEvent({
    ...{ id: 'return.yes', fact: 'going', title: both('Retour évoqué'), protocol: 'return' },
    ...{ numbers: [], urgent: false, absence: null },
  }),
];
let api: HttpTestingController;

async function shown(mayWrite = true) {
  api = await prepare('fr', [{ path: '**', children: [] }]);
  TestBed.inject(CaseNews);
  const fixture = await openPage(NewFactPage, { caseFileId: 'c1' });
  const may = { write: mayWrite, approve: false, assign: false };
  (await sent(api, 'GET', '/api/case-files/c1')).flush(caseFile({ may, events: EVENTS }));
  (await sent(api, 'GET', '/api/case-files/c1/what-if/facts')).flush(facts);
  (await sent(api, 'GET', '/api/protocols')).flush([
    summary({ protocol: 'search', title: both('Enfant disparu, recherche') }),
  ]);
  await settled();
  await fixture.whenStable();
  return fixture;
}

async function tell(event: string, effects: Partial<WhatIf>) {
  await userEvent.click(screen.getByRole('button', { name: event }));
  const request = await sent(api, 'POST', '/api/case-files/c1/what-if');
  request.flush({ ...nothing, ...effects });
  await settled();
  return request.request.body as unknown;
}

describe('a fact told outside a step', () => {
  afterEach(() => {
    TestBed.inject(CaseNews).takeNews('c1');
    document.body.replaceChildren();
  });

  it('says what it opens before it counts, on the button too; sends with the seq and a key', async () => {
    await shown();
    expect(await tell('Enfant disparu', opens('search'))).toEqual({ values: { left: 'yes' } });
    await userEvent.click(screen.getByRole('button', { name: /^Enregistrer et ouvrir.*Recherche$/ }));
    const { request, flush } = await sent(api, 'POST', '/api/case-files/c1/facts').then((it) => ({
      request: it.request,
      flush: it.flush.bind(it),
    }));
    expect(request.body).toEqual({ values: { left: 'yes' } });
    expect(request.headers.get('If-Match')).toBe('"7"');
    expect(request.headers.get('Idempotency-Key')).toBeTruthy();
    flush({ ...done, opened: [{ runId: 'r9', protocol: 'search', title: both('Recherche') }] });
    await settled();
    expect(
      TestBed.inject(CaseNews)
        .takeNews('c1')
        ?.opened.map(({ runId }) => runId),
    ).toEqual(['r9']);
  });

  it('engages the protocol with it where nothing at work opens it, and says so', async () => {
    await shown();
    await tell('Enfant disparu', {});
    expect(screen.getByText(/Il sera engagé en même temps : Enfant disparu, recherche/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^Enregistrer et ouvrir/ }));
    (await sent(api, 'POST', '/api/case-files/c1/facts')).flush({ ...done, opened: [] });
    const engaged = await sent(api, 'POST', '/api/case-files/c1/runs');
    expect(engaged.request.body).toEqual({ protocol: 'search' });
    expect(engaged.request.headers.get('If-Match')).toBe('"8"');
  });

  it('asks for the reason of a doubt on age, and sends nothing without', async () => {
    await shown();
    await tell('Doute sur l’âge exprimé', {});
    await userEvent.click(screen.getByRole('button', { name: /^Enregistrer/ }));
    expect(screen.getByRole('link', { name: /Motif de ce doute/ }).getAttribute('href')).toContain(
      'field-doubt_reason',
    );
    api.expectNone('/api/case-files/c1/facts');
  });

  it('keeps what is typed when the case has changed meanwhile', async () => {
    await shown();
    await tell('Retour évoqué', {});
    await userEvent.type(screen.getByRole('textbox', { name: /Note/ }), 'Le consulat');
    await userEvent.click(screen.getByRole('button', { name: /^Enregistrer/ }));
    (await sent(api, 'POST', '/api/case-files/c1/facts')).flush(
      { type: 'about:blank', title: 'stale', status: 412, code: 'stale', changes: [] },
      { status: 412, statusText: 'Precondition Failed' },
    );
    (await sent(api, 'GET', '/api/case-files/c1')).flush(caseFile({ events: EVENTS }));
    (await sent(api, 'GET', '/api/case-files/c1/what-if/facts')).flush(facts);
    (await sent(api, 'GET', '/api/protocols')).flush([]);
    await settled();
    await settled();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Note/ }).value).toBe('Le consulat');
    expect(screen.getByText(/Le dossier a changé entre-temps/)).toBeTruthy();
  });

  it('offers nothing to whom may only read', async () => {
    await shown(false);
    expect(screen.queryByRole('button', { name: 'Enfant disparu' })).toBeNull();
    expect(screen.getByText(/Demandez à votre responsable/)).toBeTruthy();
  });
});
