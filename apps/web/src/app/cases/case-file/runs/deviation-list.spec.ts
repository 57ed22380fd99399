import { screen, within } from '@testing-library/dom';
import type { CaseFile } from '@repere/contract';
import type { Deviation } from '@repere/case-engine';
import { caseFile, run, step } from '../../../../testing/fake-case';
import { entry } from '../../../../testing/fake-step';
import { openPage, prepare, sent } from '../../../../testing/open-page';
import { settled } from '../../../../testing/settled';
import { CaseDocumentPage } from '../document/case-document-page';
import { CasePage } from '../../../casework/case-page';

const both = (words: string) => ({ fr: words, en: words });
const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const deviation = (change: Partial<Deviation>): Deviation => ({
  kind: 'flag',
  runId: 'r1',
  step: 'imposed',
  entryId: 'e1',
  text: both('Trop peu d’évaluateurs.'),
  ...change,
});
const hotel = deviation({ kind: 'rights-incident', text: both('Hôtel imposé.'), tell: 'SUP' });
const withDeviations = (deviations: readonly Deviation[], change = {}): CaseFile =>
  caseFile({
    state: {
      ...caseFile().state,
      runs: [run({ steps: [step({ id: 'imposed', title: both('Lieu imposé') })], ...change })],
      deviations,
    },
  });

async function shown(page: typeof CasePage | typeof CaseDocumentPage, content: CaseFile) {
  const api = await prepare();
  const fixture = await openPage<CasePage | CaseDocumentPage>(page, { caseFileId: 'c1' });
  const leftOut = '?leaveOut=health%2Ccontact%2Cplaces';
  const journal = { items: [entry({ step: 'imposed', title: both('Lieu imposé') })], next: null };
  if (page === CasePage)
    (await sent(api, 'GET', '/api/case-files/c1/page')).flush({ caseFile: content, journal });
  else {
    (await sent(api, 'GET', `/api/case-files/c1${leftOut}`)).flush(content);
    for (const request of api.match((it) => it.url === `/api/case-files/c1/journal${leftOut}`))
      request.flush(journal);
  }
  await settled();
  await fixture.whenStable();
}
const section = () => within(screen.getByRole('region', { name: 'Écarts' }));

describe('deviations', () => {
  // jsdom has no sheets of this kind; the document's marks on each page are the browser's.
  beforeAll(() => {
    CSSStyleSheet.prototype.replaceSync = () => undefined;
    document.adoptedStyleSheets = [];
  });
  afterEach(() => document.body.replaceChildren());

  it('say what happened, at which step, when, who noted it, and that the supervisor is told', async () => {
    await shown(CasePage, withDeviations([hotel]));
    const line = within(section().getByRole('listitem'));
    expect(line.getByText('Hôtel imposé.')).toBeTruthy();
    expect(line.getByText('Droit de l’enfant touché')).toBeTruthy();
    expect(line.getByRole('link', { name: 'Lieu imposé' }).getAttribute('href')).toBe(
      '/dossiers/c1/etapes/r1/imposed',
    );
    expect(line.getByText('noté par Léa Moreau')).toBeTruthy();
    expect(line.getByText(/responsable de l’équipe en est averti/)).toBeTruthy();
  });

  it('put rights of the child first, and leave what is late to the deadlines', async () => {
    const kinds = ['late', 'late-recording', 'waived', 'flag', 'rights-incident', 'out-of-order'] as const;
    await shown(
      CasePage,
      withDeviations(kinds.map((kind) => deviation({ kind, text: both(`écart ${kind}`) }))),
    );
    expect(
      section()
        .getAllByText(/^écart/)
        .map((it) => it.textContent),
    ).toEqual([
      'écart rights-incident',
      'écart flag',
      'écart waived',
      'écart out-of-order',
      'écart late-recording',
    ]);
    expect(section().getAllByText('Droit de l’enfant touché')).toHaveLength(1);
    // Of the incident only: the others tell nobody.
    expect(section().getAllByText(/en est averti/)).toHaveLength(1);
  });

  it('name safeguards that are broken', async () => {
    const brokenSafeguards = [{ id: 's', title: both("Jamais d'hôtel"), basis: [] }];
    await shown(CasePage, withDeviations([], { brokenSafeguards }));
    expect(plain(section().getByText(/Garde-fou rompu/).textContent)).toBe(
      'Garde-fou rompu : Jamais d’hôtel',
    );
  });

  it('have no section where there are none but delays', async () => {
    await shown(CasePage, withDeviations([deviation({ kind: 'late' })]));
    expect(screen.queryByRole('region', { name: 'Écarts' })).toBeNull();
  });

  it.each([CasePage, CaseDocumentPage])('mark the entry of the chronology that caused them', async (page) => {
    await shown(page, withDeviations([hotel]));
    const item = within(screen.getByRole('region', { name: 'Chronologie' }));
    expect(item.getByText('Droit de l’enfant touché')).toBeTruthy();
  });

  it('leave other entries unmarked', async () => {
    await shown(CasePage, withDeviations([deviation({ kind: 'rights-incident', entryId: 'e2' })]));
    const item = within(screen.getByRole('region', { name: 'Chronologie' }));
    expect(item.queryByText('Droit de l’enfant touché')).toBeNull();
    expect(section().queryByText(/noté par/)).toBeNull();
  });

  it('stand in the document', async () => {
    await shown(CaseDocumentPage, withDeviations([hotel]));
    expect(section().getByText('Hôtel imposé.')).toBeTruthy();
    expect(section().getByText('noté par Léa Moreau')).toBeTruthy();
  });
});
