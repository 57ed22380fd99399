import type { HttpTestingController } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { DraftSession } from './draft-session';
import { draft } from './testing/fake-draft';
import { settled } from '../../../testing/settled';

const PATH = '/api/protocol-drafts/d1';

@Component({ template: '', providers: [DraftSession] })
class Writing {
  readonly session = inject(DraftSession);
}

let api: HttpTestingController;

async function writing(change: Parameters<typeof draft>[0] = {}): Promise<DraftSession> {
  const { session } = (await openPage(Writing)).componentInstance;
  const loaded = session.loadDraft('d1');
  (await sent(api, 'GET', PATH)).flush(draft(change));
  await loaded;
  return session;
}

describe('writing a draft', () => {
  beforeEach(async () => {
    localStorage.clear();
    api = await prepare();
  });

  it('keeps what is typed on the device until it is saved, and finds it again', async () => {
    const session = await writing();
    session.writeFile('protocol.yaml', 'protocol: shelter\nversion: 1.1.0\n');
    expect(session.saveState().kind).toBe('on-device');

    const later = await writing();
    expect(later.text().files['protocol.yaml']).toContain('version: 1.1.0');
    expect(later.foundOnDevice()).not.toBeNull();
    later.revert();
    expect((await writing()).foundOnDevice()).toBeNull();
  });

  it('saves on the revision that was read', async () => {
    const session = await writing();
    session.writeFile('protocol.yaml', 'changed');
    const saving = session.saveDraft();
    const request = await sent(api, 'PUT', `${PATH}/files`);
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    expect(request.request.body.files['protocol.yaml']).toBe('changed');
    request.flush(draft({ files: request.request.body.files, revision: 4 }));
    expect(await saving).toBe(true);
    expect(session.isChanged()).toBe(false);
    expect(localStorage.length).toBe(0);
  });

  it('says who saved meanwhile, and replaces neither text by itself', async () => {
    const session = await writing();
    session.writeFile('protocol.yaml', 'mine');
    const saving = session.saveDraft();
    const changes = [
      {
        seq: 4,
        entryId: 'd1',
        at: '2026-03-12T15:00:00+01:00',
        by: 'Paul Modèle',
        title: { fr: '', en: '' },
        values: {},
      },
    ];
    const stale = { type: 'about:blank', title: 'stale', status: 412, code: 'stale', changes };
    (await sent(api, 'PUT', `${PATH}/files`)).flush(stale, { status: 412, statusText: 'stale' });
    (await sent(api, 'GET', PATH)).flush(draft({ revision: 4, files: { 'protocol.yaml': 'theirs' } }));
    expect(await saving).toBe(false);
    expect(session.conflict()?.by).toBe('Paul Modèle');
    expect(session.text().files['protocol.yaml']).toBe('mine');
    expect(session.inConflict()).toContain('protocol.yaml');

    session.settleConflict('mine');
    const again = session.saveDraft();
    const request = await sent(api, 'PUT', `${PATH}/files`);
    expect(request.request.headers.get('If-Match')).toBe('"4"');
    request.flush(draft({ files: request.request.body.files, revision: 5 }));
    expect(await again).toBe(true);
  });

  it('takes theirs when told to', async () => {
    const session = await writing();
    session.writeFile('protocol.yaml', 'mine');
    const saving = session.saveDraft();
    const stale = { type: 'about:blank', title: 'stale', status: 412, code: 'stale' };
    (await sent(api, 'PUT', `${PATH}/files`)).flush(stale, { status: 412, statusText: 'stale' });
    (await sent(api, 'GET', PATH)).flush(draft({ revision: 4, files: { 'protocol.yaml': 'theirs' } }));
    await saving;
    session.settleConflict('theirs');
    expect(session.text().files['protocol.yaml']).toBe('theirs');
    expect(session.isChanged()).toBe(false);
  });

  it('writes nothing where the reader may not save', async () => {
    const session = await writing({ may: ['comment'] });
    session.writeFile('protocol.yaml', 'other');
    expect(session.isChanged()).toBe(false);
  });

  it('saves first what an act is about, and gives the act the revision', async () => {
    const session = await writing();
    session.writeFile('protocol.yaml', 'changed');
    const doing = session.sendAct({ act: 'submit' });
    const saved = await sent(api, 'PUT', `${PATH}/files`);
    saved.flush(draft({ files: saved.request.body.files, revision: 4 }));
    const submitted = await sent(api, 'POST', `${PATH}/submit`);
    expect(submitted.request.headers.get('If-Match')).toBe('"4"');
    submitted.flush(draft({ files: saved.request.body.files, revision: 4, state: 'in-review' }));
    expect(await doing).toBe(true);
    await settled();
    expect(session.draft()?.state).toBe('in-review');
  });
});
