import { TestBed } from '@angular/core/testing';
import type { AccountRole } from '@repere/access';
import { about, session } from '../../testing/made-up';
import { prepare, sent } from '../../testing/open-page';
import { Session } from '../access/session';
import { Destinations } from './destinations';

async function placesOf(...roles: AccountRole[]) {
  const api = await prepare();
  const begun = TestBed.inject(Session).begin();
  (await sent(api, 'GET', '/api/about')).flush(about());
  (await sent(api, 'GET', '/api/session')).flush(session(...roles));
  await begun;
  return TestBed.inject(Destinations)
    .all()
    .map(({ path }) => path);
}

describe('Destinations', () => {
  it('lead a caseworker to cases, not to approvals', async () => {
    expect(await placesOf('caseworker')).toEqual(['/ma-journee', '/dossiers', '/protocoles', '/aide']);
  });

  it('lead a supervisor to approvals too', async () => {
    expect(await placesOf('supervisor')).toEqual([
      '/ma-journee',
      '/dossiers',
      '/approbations',
      '/protocoles',
      '/aide',
    ]);
  });

  it.each(['administrator', 'auditor', 'protocol-editor'] as const)('lead an %s to no case', async (role) => {
    expect(await placesOf(role)).toEqual(['/protocoles', '/aide']);
  });
});
