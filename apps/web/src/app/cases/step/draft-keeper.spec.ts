import type { HttpTestingController } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import type { ComponentFixture } from '@angular/core/testing';
import { field, stepPage } from '../../../testing/fake-step';
import { open, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { toDraft } from './draft-content';
import { DraftKeeper } from './draft-keeper';
import { NOTHING_TYPED } from './typed-field';
import type { TypedStep } from './typed-step';

const at = { caseFileId: 'c1', runId: 'r1', step: 'danger' };
const STEP = '/api/case-files/c1/runs/r1/steps/danger';
const page = stepPage();
@Component({ template: '', providers: [DraftKeeper] })
class Keeping {
  readonly keeper = inject(DraftKeeper);
}

let api: HttpTestingController;
async function keeping(): Promise<{
  keeper: DraftKeeper;
  first: TypedStep;
  fixture: ComponentFixture<Keeping>;
}> {
  api = await prepare();
  const fixture = await open(Keeping);
  const { keeper } = fixture.componentInstance;
  return { keeper, first: keeper.begin(at, page, 'row'), fixture };
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
    const { keeper } = (await open(Keeping)).componentInstance;
    const first = keeper.begin(at, stepPage({ fields: [field({ id: 'seen' })] }), 'row');
    keeper.take({ ...first, fields: { seen: { ...NOTHING_TYPED, text: 'oui' } } }, true);
    const told = { savedAt: '2026-03-12T14:02:00+01:00', revision: 1, relevant: { where: false } };
    expect((await put(200, told)).request.body.content.values).toEqual({ seen: 'oui' });
    expect(keeper.relevance()).toEqual({ where: false });
  });

  it('saves when typing pauses, once', async () => {
    const { keeper, first } = await keeping();
    for (const note of ['a', 'ab', 'abc']) keeper.take({ ...first, note });
    api.expectNone(`${STEP}/draft`);
    const request = await put();
    expect(request.request.body.content.typed.note).toBe('abc');
    expect(keeper.state().kind).toBe('draft-kept');
  });

  it('saves what was typed while a save was on its way, with the new revision', async () => {
    const { keeper, first } = await keeping();
    keeper.take({ ...first, note: 'a' }, true);
    const sending = await sent(api, 'PUT', `${STEP}/draft`);
    keeper.take({ ...first, note: 'ab' });
    sending.flush({ savedAt: '2026-03-12T14:02:00+01:00', revision: 1, relevant: {} });
    const next = await put();
    expect([next.request.headers.get('If-Match'), next.request.body.content.typed.note]).toEqual([
      '"1"',
      'ab',
    ]);
  });

  it('says that the text is on this device while the server does not answer, and finds it again', async () => {
    const { keeper, first } = await keeping();
    keeper.take({ ...first, note: 'hors ligne' }, true);
    (await sent(api, 'PUT', `${STEP}/draft`)).error(new ProgressEvent('offline'));
    await settled();
    expect([keeper.state().kind, keeper.hasUnsent()]).toEqual(['in-tab', true]);
    expect(keeper.begin(at, page, 'row').note).toBe('hors ligne');
    const again = await put();
    expect(again.request.body.content.typed.note).toBe('hors ligne');
    expect(keeper.hasUnsent()).toBe(false);
  });

  it('sends what is left when one goes elsewhere', async () => {
    const { keeper, first, fixture } = await keeping();
    keeper.take({ ...first, note: 'à la fin' });
    fixture.destroy();
    expect((await put()).request.body.content.typed.note).toBe('à la fin');
  });

  it('shows the draft of another device instead of writing over it', async () => {
    const { keeper, first } = await keeping();
    keeper.take({ ...first, note: 'moi' }, true);
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
    expect(keeper.conflict()?.typed.note).toBe('eux');
    keeper.take({ ...first, note: 'moi, encore' }, true);
    await settled();
    api.expectNone(`${STEP}/draft`);
    keeper.settle({ ...first, note: 'eux\nmoi' });
    const request = await put();
    expect([request.request.headers.get('If-Match'), request.request.body.content.typed.note]).toEqual([
      '"4"',
      'eux\nmoi',
    ]);
  });

  it('saves nothing more once the step is done', async () => {
    const { keeper, first } = await keeping();
    keeper.take({ ...first, note: 'fait' });
    keeper.forget();
    await keeper.flush();
    api.expectNone(`${STEP}/draft`);
  });
});
