import { Component, inject } from '@angular/core';
import { screen, waitFor, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import type { ProtocolDraft } from '@repere/contract';
import { loadProtocol, stampTranslation } from '@repere/protocol';
import { sharedDocument, summary } from '../../../../testing/fake-protocol';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { settled } from '../../../../testing/settled';
import { DraftChecker } from '../checking/draft-checker';
import { DraftSession } from '../draft-session';
import { draft } from '../testing/fake-draft';
import { EditorPosition } from '../text/editor-position';
import { FormsPanel } from './forms-panel';

const FRENCH = `# By hand.
protocol: shelter
version: 1.1.0
code: P9
title: Abri
purpose: Mettre à l'abri.
basis: S19
facts:
  place: # where
    type: choice
    class: places
    title: Lieu
    values:
      street: rue # outside
      hotel: hôtel
      flat: appartement
    basis: S19
steps:
  - id: find
    kind: form
    title: Trouver # first
    guidance: >-
      Appeler d'abord,
      puis noter.
    by: [TS]
    fields: [place]
    due: { within: 8 days, from: run, origin: TOOL } # soon
    basis: S19
  - { id: leave, kind: form, title: Partir, guidance: Aller., by: [TS], when: 'place = "flat"', basis: S19 }
outcomes:
  - { id: RUNNING, title: En cours, protects: full, otherwise: true }
`;
const ENGLISH = `# By hand.
of: shelter@1.1.0
title: Shelter
purpose: Bring to safety.
facts:
  place: { title: Place, values: { street: street, hotel: hotel, flat: flat } }
steps:
  find: { title: Find, guidance: Call first. }
  leave: { title: Leave, guidance: Go. }
outcomes:
  RUNNING: Running
`;
const load = (fr: string, en: string) =>
  loadProtocol({ file: 'protocol.yaml', text: fr, enFile: 'en.yaml', enText: en });
const STAMPED = stampTranslation(ENGLISH, load(FRENCH, ENGLISH).translations).text;
const SOURCES = `items:
  S19: { title: { fr: Un rapport, en: A report }, lines: "1-2" }
facts:
  F31: { confidence: B, title: { fr: Une loi, en: A law }, source: a code, inForce: 2016-06-05 }
guards: {}
`;

@Component({
  imports: [FormsPanel],
  providers: [DraftSession, DraftChecker, EditorPosition],
  template: `
    @if (session.draft()) {
      <app-forms-panel />
    }
  `,
})
class Writing {
  readonly session = inject(DraftSession);
  readonly checker = inject(DraftChecker);
  readonly position = inject(EditorPosition);
}

const NO_FACTS = { fr: 'language: 1\nfacts: {}\n', en: 'of: facts@1\n' };
/** A step that may be skipped, for a reason of a list that all protocols share. */
const SKIPPED = FRENCH.replace(
  "when: 'place = ",
  "waivable: { with: reason, reasons: not_here }, when: 'place = ",
);
const REASONS = {
  fr: `${NO_FACTS.fr}reasons:\n  not_here: { gone: parti, moved: "ailleurs : su" }\n`,
  en: `${NO_FACTS.en}reasons: { not_here: { gone: gone, moved: elsewhere } }\n`,
};

async function shown(change: Partial<ProtocolDraft> = {}, facts = NO_FACTS) {
  const api = await prepare();
  const fixture = await openPage(Writing);
  const { session, position, checker } = fixture.componentInstance;
  const loaded = session.loadDraft('d1');
  const files = { 'protocol.yaml': FRENCH, 'en.yaml': STAMPED };
  (await sent(api, 'GET', '/api/protocol-drafts/d1')).flush(draft({ files, ...change }));
  await loaded;
  await fixture.whenStable();
  const shared = {
    'facts.yaml': facts.fr,
    'facts.en.yaml': facts.en,
    'sources.yaml': SOURCES,
  };
  (await sent(api, 'GET', '/api/protocols/shared-files')).flush({ files: shared });
  (await sent(api, 'GET', '/api/protocols')).flush([summary()]);
  (await sent(api, 'GET', '/api/protocols/bundle?versions=shelter%401.0.0')).flush({
    documents: [],
    shared: sharedDocument(),
  });
  await settled();
  await fixture.whenStable();
  return {
    session,
    position,
    checker,
    french: () => session.text().files['protocol.yaml'] ?? '',
    english: () => session.text().files['en.yaml'] ?? '',
    draw: async () => {
      await settled();
      await fixture.whenStable();
    },
  };
}

const field = (name: string) => screen.getByLabelText<HTMLTextAreaElement>(name);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
/** The checker is loaded when it is first asked. */
const PATIENT = { timeout: 30_000 };

describe('forms over the text of a draft', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => document.body.replaceChildren());

  it('write each key into the text, and nothing else', async () => {
    const { french, position, draw } = await shown();
    expect(field('Titre, en français').value).toBe('Trouver');
    await userEvent.type(field('Titre, en français'), ' : ici');
    await draw();
    expect(french()).toBe(FRENCH.replace('title: Trouver #', 'title: "Trouver : ici" #'));
    expect(field('Titre, en français').value).toBe('Trouver : ici');
    expect(position.asked()).toEqual({ file: 'protocol.yaml', line: 21, isBeside: true });
    await userEvent.type(field('Titre, en français'), '{Backspace>6/}');
    expect(french()).toBe(FRENCH);
    await userEvent.type(field('Conseil, en français'), ' Vite.');
    expect(french()).toBe(FRENCH.replace('puis noter.', 'puis noter. Vite.'));
  });

  it('show what is typed in the text', async () => {
    const { session, french, draw } = await shown();
    session.writeFile('protocol.yaml', french().replace('Trouver', 'Chercher').replace('8 days', '1 month'));
    await draw();
    expect(field('Titre, en français').value).toBe('Chercher');
    expect(field('Combien').value).toBe('1');
    expect(screen.getByLabelText<HTMLSelectElement>('À faire').value).toBe('months');
  });

  it('ask whether the English is still right', async () => {
    const { french, english, draw } = await shown();
    expect(screen.queryByRole('button', { name: 'Toujours juste' })).toBeNull();
    await userEvent.type(field('Titre, en français'), 's');
    await draw();
    expect(screen.getByText('Le français a changé depuis.')).toBeTruthy();
    await press('Toujours juste');
    await draw();
    expect(screen.queryByRole('button', { name: 'Toujours juste' })).toBeNull();
    expect(load(french(), english()).problems).toEqual([]);
    await userEvent.type(field('Titre, en français'), '!');
    await userEvent.type(field('Titre, en anglais'), ' it');
    await draw();
    expect(english()).toContain('title: Find it,');
    expect(screen.getByText('Personne n’a encore dit que cet anglais est juste.')).toBeTruthy();
    expect(english()).toContain('# By hand.\n');
  });

  it('say which line can’t be read, and come back when it is mended', async () => {
    const { session, french, position, draw } = await shown();
    const broken = french().replace('title: Trouver', 'title: "Trouver');
    session.writeFile('protocol.yaml', broken);
    await draw();
    expect(screen.getByText(/ne peut pas être lu pour l’instant/)).toBeTruthy();
    const [place] = screen.getAllByRole('button', { name: /^protocol\.yaml, ligne \d+$/ });
    await userEvent.click(place as HTMLElement);
    expect(position.asked()?.line).toBeGreaterThan(15);
    expect(french()).toBe(broken);
    session.writeFile('protocol.yaml', FRENCH);
    await draw();
    expect(field('Titre, en français').value).toBe('Trouver');
  });

  it('refuse a legal deadline without its basis, and with one that is no law, as the checker does', async () => {
    const { french, draw } = await shown();
    await userEvent.selectOptions(screen.getByLabelText('Origine'), 'LEGAL');
    await press('Mettre ce délai');
    await draw();
    expect(screen.getAllByText('Cette origine demande son fondement.').length).toBeGreaterThan(0);
    await userEvent.type(field('Fondement'), 'S19');
    await press('Mettre ce délai');
    await waitFor(
      () => expect(screen.getAllByText(/LEGAL a besoin d’une source en F/).length).toBeGreaterThan(0),
      PATIENT,
    );
    expect(french()).toBe(FRENCH);
    await userEvent.clear(field('Fondement'));
    await userEvent.type(field('Fondement'), 'F31');
    await press('Mettre ce délai');
    await waitFor(() => expect(french()).not.toBe(FRENCH), PATIENT);
    expect(french()).toBe(FRENCH.replace('origin: TOOL }', 'origin: LEGAL, basis: F31 }'));
  });

  it('count a deadline, take it away, and add one', async () => {
    const { french, draw } = await shown();
    await userEvent.selectOptions(screen.getByLabelText('À faire'), 'months');
    await userEvent.clear(field('Combien'));
    await press('Mettre ce délai');
    await draw();
    expect(screen.getAllByText('Écrivez un nombre entier.').length).toBeGreaterThan(0);
    await userEvent.type(field('Combien'), '1');
    await press('Mettre ce délai');
    await waitFor(() => expect(french()).toBe(FRENCH.replace('8 days', '1 month')), PATIENT);
    await press('Retirer ce délai');
    await draw();
    expect(french()).toBe(
      FRENCH.replace('    due: { within: 8 days, from: run, origin: TOOL } # soon\n', ''),
    );
    await press('Ajouter un délai');
    await draw();
    await userEvent.selectOptions(screen.getByLabelText('À faire'), 'at once');
    await press('Mettre ce délai');
    await waitFor(
      () => expect(french()).toContain('    due: { within: at once, from: run, origin: TOOL }\n'),
      PATIENT,
    );
  });

  it('add to a list, put it in order, and retire from it only what no rule reads', async () => {
    const { french, english, draw } = await shown();
    await userEvent.selectOptions(screen.getByLabelText('Ce que vous changez'), 'facts.place');
    await draw();
    const item = (name: RegExp) =>
      within(screen.getAllByRole('listitem').find((it) => name.test(it.textContent.trim())) as HTMLElement);
    await userEvent.click(item(/^rue/).getByRole('button', { name: 'Descendre' }));
    await draw();
    expect(french()).toBe(
      FRENCH.replace(
        '      street: rue # outside\n      hotel: hôtel\n',
        '      hotel: hôtel\n      street: rue # outside\n',
      ),
    );
    await userEvent.click(item(/^rue/).getByRole('button', { name: 'Monter' }));
    await draw();
    expect(french()).toBe(FRENCH);

    await userEvent.click(item(/^appartement/).getByRole('button', { name: 'Retirer' }));
    await waitFor(() => expect(screen.getByText(/n’a pas de code "flat"/)).toBeTruthy(), PATIENT);
    expect(french()).toBe(FRENCH);
    await userEvent.click(item(/^hôtel/).getByRole('button', { name: 'Retirer' }));
    await waitFor(() => expect(french()).toBe(FRENCH.replace('      hotel: hôtel\n', '')), PATIENT);
    expect(english()).not.toContain('hotel');
    await draw();

    await press('Mettre dans la liste');
    await draw();
    expect(screen.getAllByText('Écrivez le français.').length).toBeGreaterThan(0);
    await userEvent.type(field('Code'), 'street');
    await userEvent.type(field('Français'), 'tente : bois');
    await userEvent.type(field('Anglais'), 'tent');
    await press('Mettre dans la liste');
    await draw();
    expect(screen.getAllByText('Ce code est déjà dans la liste.').length).toBeGreaterThan(0);
    await userEvent.clear(field('Code'));
    await userEvent.type(field('Code'), 'tent');
    await press('Mettre dans la liste');
    await waitFor(
      () => expect(french()).toContain('      flat: appartement\n      tent: "tente : bois"\n'),
      PATIENT,
    );
    expect(load(french(), english()).problems).toEqual([]);
  });

  it('write a shared list of reasons into the protocol, change it there, and take the shared one again', async () => {
    const files = { 'protocol.yaml': SKIPPED, 'en.yaml': STAMPED };
    const { french, english, draw } = await shown({ files }, REASONS);
    const choose = (subject: string) =>
      userEvent.selectOptions(screen.getByLabelText('Ce que vous changez'), subject);
    await choose('steps.leave');
    await draw();
    await userEvent.click(await screen.findByText('Voir les motifs (2)', {}, PATIENT));
    expect(screen.getByText('Cette liste est commune à tous les protocoles (facts.yaml).')).toBeTruthy();
    await press('L’écrire dans ce protocole, pour la changer');
    await draw();
    expect(french()).toBe(
      SKIPPED.replace(
        'steps:\n',
        'reasons:\n  not_here:\n    gone: parti\n    moved: "ailleurs : su"\nsteps:\n',
      ),
    );
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Liste not_here' })),
    );

    await userEvent.click(screen.getByText('Ajouter un motif'));
    await userEvent.type(field('Code'), 'abroad');
    await userEvent.type(field('Français'), 'à l’étranger');
    await userEvent.type(field('Anglais'), 'abroad');
    await press('Mettre dans la liste');
    await waitFor(() => expect(french()).toContain('    abroad: à l’étranger\n'), PATIENT);
    await draw();
    await userEvent.click(screen.getAllByRole('button', { name: 'Changer les mots' })[0] as HTMLElement);
    await draw();
    await userEvent.type(field('Motif, en français'), ' loin');
    await draw();
    expect(french()).toContain('    gone: "parti loin"\n');
    await press('Toujours juste');
    await draw();
    expect(load(french(), english()).problems).toEqual([]);
    await userEvent.click(screen.getAllByRole('button', { name: 'Retirer' })[1] as HTMLElement);
    await waitFor(() => expect(french()).not.toContain('moved'), PATIENT);
    expect(english()).not.toContain('elsewhere');

    await choose('steps.leave');
    await draw();
    await userEvent.click(await screen.findByText('Voir les motifs (2)', {}, PATIENT));
    await press('Changer cette liste');
    await draw();
    expect(screen.getByRole('heading', { name: 'Motifs possibles' })).toBeTruthy();
    await choose('steps.leave');
    await draw();
    await userEvent.click(await screen.findByText('Voir les motifs (2)', {}, PATIENT));
    await press('Reprendre la liste commune');
    await draw();
    expect(french()).toBe(SKIPPED);
    expect(english()).toBe(STAMPED);
  });

  it('are only read where the draft may not be written', async () => {
    const { draw } = await shown({ may: ['comment'] });
    await draw();
    expect(screen.getByText(/Trouver/, { selector: 'p' })).toBeTruthy();
    expect(screen.queryByLabelText('Titre, en français')).toBeNull();
    expect(screen.queryByRole('button', { name: /délai/ })).toBeNull();
  });
});
