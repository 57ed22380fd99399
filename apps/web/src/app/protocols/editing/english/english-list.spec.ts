import { Component, inject, signal } from '@angular/core';
import { screen, waitFor, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { HttpTestingController } from '@angular/common/http/testing';
import type { ProtocolDraft } from '@repere/contract';
import { loadProtocol, stampTranslation } from '@repere/protocol';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { DraftChecker } from '../checking/draft-checker';
import { DraftSession } from '../draft-session';
import { sharedDocument, summary } from '../../../../testing/fake-protocol';
import { draft } from '../testing/fake-draft';
import { settled } from '../../../../testing/settled';
import { EditorPosition } from '../text/editor-position';
import { ProblemList } from '../text/problem-list';
import { EnglishList } from './english-list';

const FRENCH = `protocol: shelter
version: 1.1.0
code: P9
title: Abri
purpose: Mettre à l'abri.
basis: S19
steps:
  - { id: find, kind: form, title: Trouver, guidance: Appeler d'abord., by: [TS] }
outcomes:
  - { id: RUNNING, title: En cours, protects: full, otherwise: true }
`;
const ENGLISH = `# By hand.
of: shelter@1.1.0
title: Shelter
purpose: Bring to safety.
steps:
  find: { title: Find, guidance: Call first. }
outcomes:
  RUNNING: Running
`;
const load = (fr: string, en: string) =>
  loadProtocol({ file: 'protocol.yaml', text: fr, enFile: 'en.yaml', enText: en });
const STAMPED = stampTranslation(ENGLISH, load(FRENCH, ENGLISH).translations).text;
const CHANGED = FRENCH.replace('title: Trouver', 'title: Chercher').replace(
  "Appeler d'abord.",
  'Téléphoner.',
);

@Component({
  imports: [EnglishList, ProblemList],
  providers: [DraftSession, DraftChecker, EditorPosition],
  template: `
    @if (session.draft()) {
      @if (isList()) {
        <app-english-list />
      } @else {
        <app-problem-list [problems]="checker.problems()" (reviewEnglish)="isList.set(true)" />
      }
    }
  `,
})
class Reviewing {
  readonly session = inject(DraftSession);
  readonly checker = inject(DraftChecker);
  readonly isList = signal(false);
}

/** Ends what hangs: what is waited for comes when typing has stopped. */
const PATIENT = { timeout: 30_000 };

let api: HttpTestingController;
async function shown(change: Partial<ProtocolDraft> = {}) {
  api = await prepare();
  const fixture = await openPage(Reviewing);
  const { session, checker } = fixture.componentInstance;
  const files = { 'protocol.yaml': CHANGED, 'en.yaml': STAMPED };
  const loaded = session.loadDraft('d1');
  (await sent(api, 'GET', '/api/protocol-drafts/d1')).flush(
    draft({ files, problems: load(CHANGED, STAMPED).problems, ...change }),
  );
  await loaded;
  await fixture.whenStable();
  const shared = {
    'facts.yaml': 'language: 1\nfacts: {}\n',
    'facts.en.yaml': 'of: facts@1\n',
    'sources.yaml': '{}',
  };
  (await sent(api, 'GET', '/api/protocols/shared-files')).flush({ files: shared });
  (await sent(api, 'GET', '/api/protocols')).flush([summary()]);
  (await sent(api, 'GET', '/api/protocols/bundle?versions=shelter%401.0.0')).flush({
    documents: [],
    shared: sharedDocument(),
  });
  await settled();
  await fixture.whenStable();
  return { fixture, session, checker };
}

describe('English to review', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => document.body.replaceChildren());

  it('is reached from a problem, and settled without a shell: still right, or written anew', async () => {
    const { fixture, session, checker } = await shown();
    const [link] = screen.getAllByRole('button', { name: 'Revoir l’anglais' });
    await userEvent.click(link as HTMLElement);
    await fixture.whenStable();
    expect(document.activeElement?.textContent).toBe('Anglais à revoir');
    expect(screen.getByText('2 textes à revoir')).toBeTruthy();
    const [first, second] = screen.getAllByRole('listitem').map((item) => within(item));
    expect(first?.getByText('Chercher')).toBeTruthy();
    expect(first?.getByLabelText<HTMLTextAreaElement>('Anglais').value).toBe('Find');
    const field = second?.getByLabelText('Anglais') as HTMLElement;
    await userEvent.clear(field);
    await userEvent.click(second?.getByRole('button', { name: 'Mettre cet anglais' }) as HTMLElement);
    expect(second?.getByText('Écrivez l’anglais.')).toBeTruthy();
    await userEvent.type(field, 'Telephone, now.');

    await userEvent.click(first?.getByRole('button', { name: 'Toujours juste' }) as HTMLElement);
    await screen.findByText('1 texte à revoir', {}, PATIENT);
    // What was being written of the other stays.
    await userEvent.click(screen.getByRole('button', { name: 'Mettre cet anglais' }));
    await screen.findByText('Chaque texte a son anglais.', {}, PATIENT);
    // The text is checked once no more is typed.
    await waitFor(
      () => expect(checker.problems().map(({ code }) => code)).not.toContain('stale-translation'),
      PATIENT,
    );

    const en = session.text().files['en.yaml'] ?? '';
    const { document: read, problems } = load(CHANGED, en);
    expect(problems).toEqual([]);
    expect(read?.steps[0]?.title).toEqual({ fr: 'Chercher', en: 'Find' });
    expect(read?.steps[0]?.guidance?.en).toBe('Telephone, now.');
    expect(en.startsWith('# By hand.\n')).toBe(true);
    const saving = session.saveDraft();
    const request = await sent(api, 'PUT', '/api/protocol-drafts/d1/files');
    expect(request.request.body.files['en.yaml']).toBe(en);
    request.flush(draft({ files: request.request.body.files, revision: 4 }));
    expect(await saving).toBe(true);
  });

  it('is only read where the draft may not be written', async () => {
    const { fixture } = await shown({ may: ['comment'] });
    fixture.componentInstance.isList.set(true);
    await fixture.whenStable();
    expect(screen.getByText('Chercher')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
