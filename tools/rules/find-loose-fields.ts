import { templateParser } from 'angular-eslint';
import ts from 'typescript';
import { firstLineOf, lineOf } from './source-places';

/** What somebody types in or chooses by, and no form of Angular's knows of. */
export interface LooseField {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/** A template, and the line of its file on which it begins, from 1. */
interface Template {
  readonly text: string;
  readonly line: number;
}

/** Reads what was typed from the page, where the form has it. */
const READS_PAGE = /\$event\.(target|currentTarget|srcElement)\b|\$any\(\$event/;
const CONTROLS = new Set(['input', 'textarea', 'select']);
const CONTROL_CLASSES = new Set(['HTMLInputElement', 'HTMLTextAreaElement', 'HTMLSelectElement']);

/**
 * Controls of the browser, and widgets, that stand in a template without `[formField]`; handlers that read the page in its place,
 * in templates and in code. A control that is only read (`readonly`) is none. `widgets`: their selectors.
 */
export function findLooseFields(
  file: string,
  text: string,
  widgets: ReadonlySet<string>,
): readonly LooseField[] {
  const templates = file.endsWith('.html') ? [{ text, line: 1 }] : templatesIn(file, text);
  return [
    ...templates.flatMap((template) =>
      looseIn(template, widgets).map(({ line, code }) => ({ file, line, code })),
    ),
    ...(file.endsWith('.html') ? [] : readsInCode(file, text)),
  ];
}

/** Selectors of the components of a file that have a `value` to write, as `[formField]` wants it: what they draw is theirs. */
export function widgetsIn(file: string, text: string): readonly string[] {
  const found: string[] = [];
  forEachNode(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), (node) => {
    if (!ts.isClassDeclaration(node)) return;
    const isWidget = node.members.some(
      (it) =>
        ts.isPropertyDeclaration(it) &&
        it.name.getText() === 'value' &&
        /^model\b/.test(it.initializer?.getText() ?? ''),
    );
    const selector = isWidget ? ofComponent(node, 'selector') : undefined;
    if (selector && ts.isStringLiteralLike(selector)) found.push(selector.text);
  });
  return found;
}

/** The template of another file that a component of this one has. */
export function templateUrlsIn(file: string, text: string): readonly string[] {
  const found: string[] = [];
  forEachNode(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), (node) => {
    const url = ts.isClassDeclaration(node) ? ofComponent(node, 'templateUrl') : undefined;
    if (url && ts.isStringLiteralLike(url)) found.push(url.text);
  });
  return found;
}

function templatesIn(file: string, text: string): readonly Template[] {
  const found: Template[] = [];
  forEachNode(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), (node) => {
    const template = ts.isClassDeclaration(node) ? ofComponent(node, 'template') : undefined;
    if (!template) return;
    if (!ts.isStringLiteralLike(template)) throw new Error(`${file}: a template that is put together`);
    found.push({ text: template.text, line: lineOf(template) });
  });
  return found;
}

interface TemplateNode {
  readonly name?: string;
  readonly attributes?: readonly TemplateNode[];
  readonly inputs?: readonly TemplateNode[];
  readonly outputs?: readonly TemplateNode[];
  readonly startSourceSpan?: Span;
  readonly sourceSpan?: Span;
}
interface Span {
  readonly start: { readonly line: number };
  toString(): string;
}

function looseIn({ text, line: begins }: Template, widgets: ReadonlySet<string>) {
  const found: { readonly line: number; readonly code: string }[] = [];
  if (!('parseForESLint' in templateParser)) throw new Error('Templates are read in another way now');
  const { ast } = templateParser.parseForESLint(text, { filePath: 'template.html' });
  const visit = (value: unknown, from: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, from);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const node = value as TemplateNode & Readonly<Record<string, unknown>>;
    if (node.outputs && isLoose(node, widgets)) {
      const span = node.startSourceSpan ?? node.sourceSpan;
      const [code = ''] = (span?.toString() ?? '').split('\n');
      found.push({ line: begins + (span?.start.line ?? 0), code: code.trim() });
    }
    for (const [key, child] of Object.entries(node))
      if (!OF_NO_TREE.has(key) && child !== from) visit(child, node);
  };
  visit((ast as { readonly templateNodes?: unknown }).templateNodes, null);
  return found;
}

/** Where a node's place is told, not what stands in it. */
const OF_NO_TREE = new Set(['parent', 'i18n', 'loc', 'handlerSpan', 'valueSpan', 'keySpan', 'nameSpan']);

function isLoose(node: TemplateNode, widgets: ReadonlySet<string>): boolean {
  const has = (name: string): boolean =>
    [...(node.attributes ?? []), ...(node.inputs ?? [])].some((it) => it.name === name);
  const isControl = CONTROLS.has(node.name ?? '') || widgets.has(node.name ?? '') || has('contenteditable');
  const readsPage = (node.outputs ?? []).some(
    (it) => it.name !== 'toggle' && READS_PAGE.test(it.sourceSpan?.toString() ?? ''),
  );
  return readsPage || (isControl && !has('formField') && !has('readonly'));
}

/** Code that takes an element for a control: it reads from the page what the form has, or writes there. */
function readsInCode(file: string, text: string): readonly LooseField[] {
  const found: LooseField[] = [];
  forEachNode(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), (node) => {
    if (ts.isIdentifier(node) && CONTROL_CLASSES.has(node.text))
      found.push({ file, line: lineOf(node), code: firstLineOf(node.parent) });
  });
  return found;
}

function ofComponent(node: ts.ClassDeclaration, name: string): ts.Expression | undefined {
  const [said] = (ts.getDecorators(node) ?? []).flatMap(({ expression }) =>
    ts.isCallExpression(expression) && /^(Component|Directive)$/.test(expression.expression.getText())
      ? expression.arguments
      : [],
  );
  if (!said || !ts.isObjectLiteralExpression(said)) return undefined;
  return said.properties.filter(ts.isPropertyAssignment).find((it) => it.name.getText() === name)
    ?.initializer;
}

function forEachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => forEachNode(child, visit));
}
