import { paperTemplate, TemplateFault } from './paper-template';

interface Paper {
  readonly title: string;
  readonly recipient?: string;
}

const FIELDS = { title: true, recipient: true } as const;
const load = (source: string) => paperTemplate<Paper>('notice.typ', source, FIELDS);

it('takes a template that shows every field and no other', () => {
  const source = '= #data.title\n#if data.recipient != none { data.recipient }';
  expect(load(source)).toBe(source);
});

it.each([
  [
    'a field that there is not, and which one it may be',
    '#data.title #data.recipent',
    /notice\.typ: “data\.recipent” .*write “data\.recipient”/,
  ],
  [
    'a field of quite another name, and which there are',
    '#data.title #data.recipient #data.xyz',
    /“data\.xyz” .*one of: title, recipient/,
  ],
  ['a field that is shown nowhere', '#data.title', /“recipient” is a field .*shows it nowhere/],
  ['all of them at once', '#data.titel', /data\.titel.*“title” is.*“recipient” is/],
])('names %s', (_, source, words) => {
  expect(() => load(source)).toThrow(TemplateFault);
  expect(() => load(source)).toThrow(words);
});
