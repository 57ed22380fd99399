import type { HttpTestingController } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import type { ComponentFixture } from '@angular/core/testing';
import { field, stepPage } from '../../../../testing/fake-step';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { settled } from '../../../../testing/settled';
import { toDraft } from './draft-content';
import { DraftAutosave } from './draft-autosave';
import { NOTHING_TYPED } from '../fields/typed-field';
import type { TypedStep } from '../typed-step';

const at = { caseFileId: 'c1', runId: 'r1', step: 'danger' };
const STEP = '/api/case-files/c1/runs/r1/steps/danger';
const page = stepPage();
@Component({ template: '', providers: [DraftAutosave] })
class Keeping {
  readonly autosave = inject(DraftAutosave);
}

let api: HttpTestingController;
async function keeping(): Promise<{
  autosave: DraftAutosave;
  first: TypedStep;
  fixture: ComponentFixture<Keeping>;
}> {
  api = await prepare();
  const fixture = await openPage(Keeping);
  const { autosave } = fixture.componentInstance;
  return { autosave, first: autosave.beginStep(at, page, 'row'), fixture };
}

async function put(
  status = 200,
  body: object = { savedAt: '2026-03-12T14:02:00+01:00', revision: 1, relevant: {} },
) {
  const request = await sent(api, 'PUT', `${STEP}/draft`);
  request.flush(body, { status, statusText: 'said' });
  await settled();
  return request;
}

describe('keeping a draft', () => {
  it('tells with it what is answered so far, so that the server can say which fields matter', async () => {
    api = await prepare();
    const { autosave } = (await openPage(Keeping)).componentInstance;
    const first = autosave.beginStep(at, stepPage({ fields: [field({ id: 'seen' })] }), 'row');
    autosave.takeTyped({ ...first, fields: { seen: { ...NOTHING_TYPED, text: 'oui' } } }, true);
    const told = { savedAt: '2026-03-12T14:02:00+01:00', revision: 1, relevant: { where: false } };
    expect((await put(200, told)).request.body.content.values).toEqual({ seen: 'oui' });
    expect(autosave.relevance()).toEqual({ where: false });
  });

  it('saves when typing pauses, once', async () => {
    const { autosave, first } = await keeping();
    for (const note of ['a', 'ab', 'abc']) autosave.takeTyped({ ...first, note });
    api.expectNone(`${STEP}/draft`);
    const request = await put();
    expect(request.request.body.content.typed.note).toBe('abc');
    expect(autosave.state().kind).toBe('draft-kept');
  });

  it('saves what was typed while a save was on its way, with the new revision', async () => {
    const { autosave, first } = await keeping();
    autosave.takeTyped({ ...first, note: 'a' }, true);
    const sending = await sent(api, 'PUT', `${STEP}/draft`);
    autosave.takeTyped({ ...first, note: 'ab' });
    sending.flush({ savedAt: '2026-03-12T14:02:00+01:00', revision: 1, relevant: {} });
    const next = await put();
    expect([next.request.headers.get('If-Match'), next.request.body.content.typed.note]).toEqual([
      '"1"',
      'ab',
    ]);
  });

  it('says that the text is on this device while the server does not answer, and finds it again', async () => {
    const { autosave, first } = await keeping();
    autosave.takeTyped({ ...first, note: 'hors ligne' }, true);
    (await sent(api, 'PUT', `${STEP}/draft`)).error(new ProgressEvent('offline'));
    await settled();
    expect([autosave.state().kind, autosave.hasUnsent()]).toEqual(['in-tab', true]);
    expect(autosave.beginStep(at, page, 'row').note).toBe('hors ligne');
    const again = await put();
    expect(again.request.body.content.typed.note).toBe('hors ligne');
    expect(autosave.hasUnsent()).toBe(false);
  });

  it('sends what is left when one goes elsewhere', async () => {
    const { autosave, first, fixture } = await keeping();
    autosave.takeTyped({ ...first, note: 'à la fin' });
    fixture.destroy();
    expect((await put()).request.body.content.typed.note).toBe('à la fin');
  });

  it('shows the draft of another device instead of writing over it', async () => {
    const { autosave, first } = await keeping();
    autosave.takeTyped({ ...first, note: 'moi' }, true);
    await put(412, { type: '', title: '', status: 412, code: 'stale' });
    const theirs = { ...first, note: 'eux' };
    const draft = {
      content: toDraft(theirs),
      protocolVersion: '1.0.0',
      savedAt: '2026-03-12T14:01:00+01:00',
      revision: 4,
    };
    (await sent(api, 'GET', STEP)).flush({ ...page, draft });
    await settled();
    expect(autosave.conflict()?.typed.note).toBe('eux');
    autosave.takeTyped({ ...first, note: 'moi, encore' }, true);
    await settled();
    api.expectNone(`${STEP}/draft`);
    autosave.settleConflict({ ...first, note: 'eux\nmoi' });
    const request = await put();
    expect([request.request.headers.get('If-Match'), request.request.body.content.typed.note]).toEqual([
      '"4"',
      'eux\nmoi',
    ]);
  });

  it('saves nothing more once the step is done', async () => {
    const { autosave, first } = await keeping();
    autosave.takeTyped({ ...first, note: 'fait' });
    autosave.forget();
    await autosave.flush();
    api.expectNone(`${STEP}/draft`);
  });
});
