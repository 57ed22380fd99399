import { TestService } from '../../../testing/test-service';
import { NO_PROTOCOLS } from '../../../testing/test-service';
import { type DossierDocument, heading, lines, list, quiet, table, text } from './dossier-document';
import { plainDocument } from './plain-document';
import { PrintDossier } from './print-dossier';
import { writeHtml } from './write-html';

/** What somebody who wants to deceive a reader, or to run something in a judge's browser, would write. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style></bdi><b>',
  'javascript:alert(1)',
  '&lt;b&gt;',
  '#import "x": * $a$ #read("/etc/passwd") *gras* _x_ \\ `code`',
  'عمر الطفل ١٥ سنة',
  'הילד בן חמש עשרה',
  'avant \u202Eerèirra\u202C \u2066x\u2069 \u200Fy',
  '你好 👩‍👧 \u0301',
  'NUL\u0000 BEL\u0007 \uD800',
  '{{x}} ${x} %s',
];

const dossier = (language: 'fr' | 'en' = 'fr'): DossierDocument =>
  plainDocument({
    language,
    title: `Dossier de preuve · ${HOSTILE[0] ?? ''}`,
    reference: `RP "\\ </style> ${HOSTILE[8] ?? ''}`,
    fiction: 'FICTIF',
    date: [2025, 3, 1],
    words: { contents: 'Ce que contient ce document', page: 'page' },
    head: [lines(HOSTILE.map((it) => [it, it])), quiet('x')],
    parts: [
      {
        title: HOSTILE.join(' '),
        blocks: [
          heading(HOSTILE[1] ?? ''),
          list(HOSTILE),
          table(HOSTILE.slice(0, 3), [HOSTILE.slice(3, 6), HOSTILE.slice(6, 9)]),
          ...HOSTILE.map(text),
        ],
      },
    ],
  });

describe('a dossier of hostile text', () => {
  const html = writeHtml(dossier());

  it('is text in the page, never markup: each text stands escaped in an isolate of its own', () => {
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual([
      'a',
      'bdi',
      'body',
      'dd',
      'div',
      'dl',
      'dt',
      'footer',
      'h1',
      'h2',
      'h3',
      'head',
      'header',
      'html',
      'li',
      'main',
      'meta',
      'nav',
      'ol',
      'p',
      'section',
      'style',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'title',
      'tr',
      'ul',
    ]);
    expect(html).toContain('<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>');
    expect(html).toContain(`<bdi>${HOSTILE[6] ?? ''}</bdi>`);
    // Two tags to an element that holds no other: nothing that was written closed one.
    expect(html.match(/<bdi>/g)).toHaveLength(html.match(/<\/bdi>/g)?.length ?? -1);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  it('holds no attribute but ours, loads nothing, and forbids itself all else', () => {
    const attributes = new Set(
      [...html.matchAll(/<[a-z0-9]+((?: [a-z-]+="[^"]*")*)/g)].flatMap(([, all = '']) =>
        [...all.matchAll(/ ([a-z-]+)="/g)].map(([, name]) => name),
      ),
    );
    expect([...attributes].sort()).toEqual([
      'aria-labelledby',
      'charset',
      'class',
      'content',
      'href',
      'http-equiv',
      'id',
      'lang',
      'name',
      'scope',
      'tabindex',
    ]);
    expect([...html.matchAll(/href="([^"]*)"/g)].every(([, to]) => to?.startsWith('#part-'))).toBe(true);
    expect(html).toMatch(
      /default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none'; form-action 'none'/,
    );
  });

  it('shows what would hide or turn text as the sign of something that stood there', () => {
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u0000-\u0008\u007f]/);
    expect(html).toContain('avant \ufffderèirra\ufffd');
    expect(Buffer.from(html).toString()).toBe(html);
  });

  it('is the same bytes for the same document', () => expect(writeHtml(dossier())).toBe(html));
});

describe('a dossier of hostile text on paper', () => {
  let service: TestService;
  let printer: PrintDossier;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    printer = service.app.get(PrintDossier, { strict: false });
  });
  afterAll(() => service.stop());

  it('is printed accessibly, whatever the fonts have, the same bytes each time', async () => {
    const [one, other, english] = [
      await printer.print(dossier()),
      await printer.print(dossier()),
      await printer.print(dossier('en')),
    ];
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one.toString('latin1')).toContain('pdfuaid:part');
    expect(one.equals(other)).toBe(true);
    expect(one.equals(english)).toBe(false);
  });
});
