import type { HttpTestingController } from '@angular/common/http/testing';
import type { Bundle, BundleRequest, CaseBundles } from '@repere/contract';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { BundlePage } from './bundle-page';

const PATH = '/api/case-files/c1/bundles';
const both = (words: string) => ({ fr: words, en: words });
const bundle = (change: Partial<Bundle> = {}): Bundle => ({
  id: 'b1',
  kind: 'case',
  state: 'ready',
  progress: 1,
  askedAt: '2026-03-12T10:00:00Z',
  reason: 'Audience',
  leaveOut: { classes: ['places'], fields: ['papers'] },
  redacted: [],
  isWhole: false,
  entries: 12,
  bytes: 600_000,
  fileName: 'preuve-RP-7K4M-2Q-2026-03-12.zip',
  keptUntil: '2026-03-19T10:00:00Z',
  ...change,
});

const bundles = (change: Partial<CaseBundles> = {}): CaseBundles => ({
  caseFileId: 'c1',
  reference: 'RP-7K4M-2Q',
  items: [],
  redacted: [],
  fields: [
    { id: 'papers', title: both('Papiers'), fieldClass: 'identity' },
    { id: 'safe_place', title: both('Dort en lieu sûr'), fieldClass: 'places' },
  ],
  entries: 12,
  ...change,
});

async function shown(change: Partial<CaseBundles> = {}, language: 'fr' | 'en' = 'fr') {
  const api = await prepare(language);
  const opening = openPage(BundlePage, { caseFileId: 'c1' });
  (await sent(api, 'GET', PATH)).flush(bundles(change));
  const fixture = await opening;
  await settled();
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return { api, fixture, page };
}

const box = (page: HTMLElement, words: string): HTMLInputElement => {
  const found = [...page.querySelectorAll('label')]
    .find((it) => it.textContent.trim() === words)
    ?.querySelector('input');
  if (!found) throw new Error(`no box ${words}`);
  return found;
};
const type = (page: HTMLElement, id: string, words: string): void => {
  const field = page.querySelector<HTMLTextAreaElement>(`#${id}`);
  if (!field) throw new Error(`no field ${id}`);
  field.value = words;
  field.dispatchEvent(new Event('input'));
};
const order = (page: HTMLElement): void =>
  page.querySelector<HTMLButtonElement>('form button[type=submit]')?.click();
const ordered = async (api: HttpTestingController) => {
  const request = await sent(api, 'POST', PATH);
  return { request, body: request.request.body as BundleRequest };
};

describe('evidence to take away', () => {
  afterEach(() => document.body.replaceChildren());

  it('leaves out what finds the child, and health, unless somebody wants them there', async () => {
    const { api, page } = await shown();
    type(page, 'bundle-reason', 'Audience');
    order(page);
    const { request, body } = await ordered(api);
    expect(body).toEqual({
      reason: 'Audience',
      leaveOut: { classes: ['contact', 'places', 'health'], fields: [] },
    });
    expect(request.request.headers.get('Idempotency-Key')).toBeTruthy();
  });

  it('says what leaving out costs, and what it does not', async () => {
    const { page, fixture } = await shown();
    const effect = () => page.querySelector('.effect')?.textContent ?? '';
    expect(effect()).toContain('rejeu impossible');
    for (const words of ['Comment joindre l’enfant et son entourage', 'Les lieux', 'La santé'])
      box(page, words).click();
    await settled();
    await fixture.whenStable();
    expect(effect()).toContain('pourra aussi rejouer');
  });

  it('offers facts by name, but none of a class that stays here anyway', async () => {
    const { api, page } = await shown();
    expect(() => box(page, 'Dort en lieu sûr')).toThrow();
    box(page, 'Papiers').click();
    type(page, 'bundle-reason', 'Audience');
    order(page);
    expect((await ordered(api)).body.leaveOut.fields).toEqual(['papers']);
  });

  it('tells a reader who may not see everything what will be missing, and does not offer it', async () => {
    const { page } = await shown({ redacted: ['contact', 'places'] });
    expect(page.textContent).toContain('le dossier de preuve ne contiendra pas');
    expect(() => box(page, 'Les lieux')).toThrow();
    expect(box(page, 'La santé').checked).toBe(true);
  });

  it('orders nothing without a reason', async () => {
    const { api, page, fixture } = await shown();
    order(page);
    await settled();
    await fixture.whenStable();
    expect(page.textContent).toContain('Dites pour qui et pour quoi faire');
    api.expectNone({ method: 'POST', url: PATH });
  });

  it('hands in a checkpoint that somebody kept', async () => {
    const { api, page } = await shown();
    type(page, 'bundle-reason', 'Audience');
    type(page, 'bundle-pinned', ' repere/live\n5\nAAAA=\n\n— repere.test/signer abc ');
    order(page);
    expect((await ordered(api)).body.pinned).toEqual(['repere/live\n5\nAAAA=\n\n— repere.test/signer abc\n']);
  });

  it('keeps the choice when the bundle is on its way, and shows that one may leave', async () => {
    const { api, page, fixture } = await shown();
    box(page, 'La santé').click();
    type(page, 'bundle-reason', 'Audience');
    order(page);
    (await ordered(api)).request.flush(
      bundle({ state: 'waiting', progress: 0, bytes: null, keptUntil: null }),
    );
    await settled();
    await fixture.whenStable();
    expect(page.querySelector('progress')).not.toBeNull();
    expect(page.textContent).toContain('Vous pouvez quitter cette page');
    expect(box(page, 'La santé').checked).toBe(false);
  });

  it('offers the file of one that is ready, by its name, and says what is left out of it', async () => {
    const { page } = await shown({ items: [bundle()] });
    const link = page.querySelector<HTMLAnchorElement>('a[download]');
    expect([link?.getAttribute('href'), link?.download]).toEqual([
      `${PATH}/b1/download`,
      'preuve-RP-7K4M-2Q-2026-03-12.zip',
    ]);
    expect(page.textContent).toContain('Laissé de côté\u00a0: Les lieux, Papiers');
  });

  it.each([
    ['failed', 'Pas abouti'],
    ['gone', 'N’est plus gardé'],
  ] as const)('says of one that is %s what became of it, and offers no file', async (state, words) => {
    const { page } = await shown({ items: [bundle({ state })] });
    expect(page.textContent).toContain(words);
    expect(page.querySelector('a[download]')).toBeNull();
  });
});
