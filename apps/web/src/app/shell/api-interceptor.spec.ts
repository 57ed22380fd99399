import { TestBed } from '@angular/core/testing';
import { prepare, sent } from '../../testing/open-page';
import { Lock } from '../access/lock';
import { AlertsClient } from '../cases/approvals/alerts-client';

const ALERTS = '/api/alerts';
const REFUSED = { status: 401, statusText: 'Unauthorized' };
const NOBODY = { type: 'about:blank', title: 'Nobody', status: 401, code: 'unauthenticated' };

/** As the server names what a page asks first. */
function nameInHead(href: string): void {
  const link = Object.assign(document.createElement('link'), { rel: 'preload', href });
  link.setAttribute('as', 'fetch');
  link.setAttribute('href', href);
  document.head.append(link);
}

describe('apiInterceptor', () => {
  afterEach(() => document.head.replaceChildren());

  it('asks again what was refused while the page’s code was still coming: its reader has signed in since', async () => {
    nameInHead(ALERTS);
    const api = await prepare();
    const asked = TestBed.inject(AlertsClient).listAlerts();
    (await sent(api, 'GET', ALERTS)).flush(NOBODY, REFUSED);
    (await sent(api, 'GET', ALERTS)).flush({ items: [], next: null });
    expect(await asked).toMatchObject({ ok: true, value: { items: [] } });
    expect(TestBed.inject(Lock).isShut()).toBe(false);
  });

  it.each([[[ALERTS]], [[]], [['/api/about']]])(
    'locks the page where nobody is signed in, named were %j',
    async (named) => {
      for (const href of named) nameInHead(href);
      const api = await prepare();
      void TestBed.inject(AlertsClient).listAlerts();
      (await sent(api, 'GET', ALERTS)).flush(NOBODY, REFUSED);
      if (named.includes(ALERTS)) (await sent(api, 'GET', ALERTS)).flush(NOBODY, REFUSED);
      await Promise.resolve();
      expect(TestBed.inject(Lock).isShut()).toBe(true);
      api.verify();
    },
  );
});
