import { vTeams } from '@repere/contract/access/accounts/administration/teams/teams';
import { TestBed } from '@angular/core/testing';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { session } from '../../../testing/fake-lists';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { Api } from '../../platform/api';
import { StepUp } from './step-up';
import { StepUpDialog } from './step-up-dialog';

const required = { type: 'about:blank', title: 'x', code: 'step-up-required', status: 403 };
const forbidden = { status: 403, statusText: 'Forbidden' };
// jsdom has no modal dialogs.
const APPROVE = { decision: 'approve' } as const;

HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};

describe('being asked again', () => {
  async function refused() {
    const api = await prepare();
    const answer = TestBed.inject(Api).post('/account-changes/1/decision', APPROVE, null, {
      idempotencyKey: 'key',
    });
    (await sent(api, 'POST', '/api/account-changes/1/decision')).flush(required, forbidden);
    await settled();
    expect(TestBed.inject(StepUp).isAsked()).toBe(true);
    return { api, answer };
  }
  async function dialogFor(means: readonly string[]) {
    const { api, answer } = await refused();
    const fixture = await openPage(StepUpDialog);
    (await sent(api, 'GET', '/api/session/step-up')).flush({ means });
    await settled();
    await fixture.whenStable();
    return { api, answer, fixture };
  }

  it('sends the very same request again once it is shown', async () => {
    const { api, answer } = await dialogFor(['code']);
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'secret');
    await userEvent.type(screen.getByLabelText('Code à six chiffres'), '123456');
    await userEvent.click(screen.getByRole('button', { name: 'Confirmer' }));
    const asked = await sent(api, 'POST', '/api/session/step-up');
    expect(asked.request.body).toEqual({ password: 'secret', code: '123456' });
    asked.flush(session('caseworker'));
    const again = await sent(api, 'POST', '/api/account-changes/1/decision');
    expect(again.request.body).toEqual(APPROVE);
    expect(again.request.headers.get('Idempotency-Key')).toBe('key');
    again.flush({ done: true });
    expect(await answer).toMatchObject({ ok: true, value: { done: true } });
    expect(TestBed.inject(StepUp).isAsked()).toBe(false);
  });

  it('asks the password alone of who has no second factor', async () => {
    const { api } = await dialogFor([]);
    expect(screen.queryByLabelText('Code à six chiffres')).toBeNull();
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'secret');
    await userEvent.click(screen.getByRole('button', { name: 'Confirmer' }));
    expect((await sent(api, 'POST', '/api/session/step-up')).request.body).toEqual({ password: 'secret' });
  });

  it('hands the refusal on when it is left, and sends nothing', async () => {
    const { api, answer } = await dialogFor(['code']);
    await userEvent.click(screen.getByRole('button', { name: 'Ne rien faire' }));
    expect(await answer).toEqual({ ok: false, problem: required });
    expect(api.match('/api/account-changes/1/decision')).toEqual([]);
  });

  it('says what was wrong and empties what was typed', async () => {
    const { api, fixture } = await dialogFor([]);
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'faux');
    await userEvent.click(screen.getByRole('button', { name: 'Confirmer' }));
    (await sent(api, 'POST', '/api/session/step-up')).flush(
      { type: 'about:blank', title: 'x', code: 'step-up-failed', status: 403 },
      forbidden,
    );
    await settled();
    await fixture.whenStable();
    expect(screen.getByRole('alert').textContent).toContain('pas le bon mot de passe');
    expect(screen.getByLabelText<HTMLInputElement>('Mot de passe').value).toBe('');
  });

  it('is asked once, though several requests were refused for want of it', async () => {
    const { api, answer } = await refused();
    const other = TestBed.inject(Api).get('/teams', vTeams);
    (await sent(api, 'GET', '/api/teams')).flush(required, forbidden);
    await settled();
    TestBed.inject(StepUp).settleStepUp(true);
    (await sent(api, 'POST', '/api/account-changes/1/decision')).flush({});
    (await sent(api, 'GET', '/api/teams')).flush({ items: [] });
    expect([await answer, await other]).toMatchObject([{ ok: true }, { ok: true }]);
  });

  it('asks nobody for another refusal', async () => {
    const api = await prepare();
    const answer = TestBed.inject(Api).post('/account-changes/1/decision', APPROVE, null);
    (await sent(api, 'POST', '/api/account-changes/1/decision')).flush(
      { type: 'about:blank', title: 'x', code: 'not-allowed', status: 403 },
      forbidden,
    );
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'not-allowed' } });
    expect(TestBed.inject(StepUp).isAsked()).toBe(false);
  });
});
