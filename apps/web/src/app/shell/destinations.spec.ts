import { TestBed } from '@angular/core/testing';
import type { AccountRole } from '@repere/access';
import type { About } from '@repere/contract';
import { about, session } from '../../testing/fake-lists';
import { prepare, sent } from '../../testing/open-page';
import { Session } from '../access/session';
import { Destinations } from './destinations';

async function enter(roles: AccountRole[], answer: About = about()): Promise<void> {
  const api = await prepare();
  const begun = TestBed.inject(Session).beginSession();
  (await sent(api, 'GET', '/api/about')).flush(answer);
  (await sent(api, 'GET', '/api/session')).flush(session(...roles));
  await begun;
}

async function placesOf(...roles: AccountRole[]) {
  await enter(roles);
  return TestBed.inject(Destinations)
    .all()
    .map(({ path }) => path);
}

describe('Destinations', () => {
  it('lead a caseworker to cases, not to approvals', async () => {
    expect(await placesOf('caseworker')).toEqual(['/ma-journee', '/dossiers', '/protocoles', '/aide']);
  });

  it('lead a supervisor to approvals and the team too', async () => {
    expect(await placesOf('supervisor')).toEqual([
      '/ma-journee',
      '/dossiers',
      '/approbations',
      '/equipe',
      '/missions',
      '/ecarts',
      '/protocoles',
      '/formation',
      '/preuve',
      '/aide',
    ]);
  });

  it('lead an auditor to missions, and to the cases that are in them', async () => {
    expect(await placesOf('auditor')).toEqual([
      '/missions',
      '/ecarts',
      '/dossiers',
      '/protocoles',
      '/preuve',
      '/aide',
    ]);
  });

  it('lead a partner to what was referred to them, and nowhere else', async () => {
    expect(await placesOf('partner')).toEqual(['/orientations', '/aide']);
  });

  it('lead a protocol editor to no case', async () => {
    expect(await placesOf('protocol-editor')).toEqual(['/protocoles', '/aide']);
  });

  it('lead a trainer to protocols and to training', async () => {
    expect(await placesOf('trainer')).toEqual(['/protocoles', '/formation', '/aide']);
  });

  it('lead an administrator to accounts, and to no case', async () => {
    expect(await placesOf('administrator')).toEqual(['/administration/comptes', '/protocoles', '/aide']);
  });

  it.each(['caseworker', 'supervisor', 'auditor', 'protocol-editor'] as const)(
    'keep to five at the foot for a %s, and lose none',
    async (role) => {
      const all = await placesOf(role);
      const { atFoot, besides } = TestBed.inject(Destinations);
      expect(atFoot().length).toBeLessThanOrEqual(5);
      expect([...atFoot(), ...besides()].map(({ path }) => path).sort()).toEqual([...all].sort());
    },
  );

  describe('of the account', () => {
    const own = '/formation/mes-formations';
    const ofAccount = () =>
      TestBed.inject(Destinations)
        .ofAccount()
        .map(({ path }) => path);

    it.each(['caseworker', 'ase-referent', 'assessor', 'supervisor', 'trainer', 'administrator'] as const)(
      'lead a %s to their certificates',
      async (role) => {
        await enter([role]);
        expect(ofAccount()).toContain(own);
      },
    );

    it('lead a partner to none', async () => {
      await enter(['partner']);
      expect(ofAccount()).not.toContain(own);
    });

    it('lead nobody to them from a training space, which knows none', async () => {
      const { space } = about();
      await enter(['caseworker'], about({ space: { ...space, key: 'k3y', kind: 'training' } }));
      expect(ofAccount()).not.toContain(own);
    });
  });
});
