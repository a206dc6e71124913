/**
 * Numbered rules and the tests that cite them. A rule is defined where a line of a SPEC.md, PROTOCOL.md or README.md of
 * a package begins with its number, after a list mark, a heading or a table bar: `- **[ID7]** A sealed idea stays.`
 * It is cited where a test's title holds the same number: `test('[ID7] a sealed idea refuses to be withdrawn', …)`.
 */
import { literalText, nodesOf, type Node, type SourceFile } from './sources.ts';

const DEFINED = /^\s*(?:[-*]\s+|#+\s+|\|\s*|\d+\.\s+)?(?:\*\*)?\[([A-Z]{1,4}\d{1,3})\](?!\()/;
const CITED = /\[([A-Z]{1,4}\d{1,3}[a-z]?)\]/g;

/** Numbers of lists that are kept outside the packages: attacks on authorship (T) and scenarios of use (S). */
const KEPT_ELSEWHERE = /^(T\d+[a-z]?|S\d+)$/;

export type Rule = { readonly number: string; readonly path: string };

export function definedRules(documents: readonly SourceFile[]): Rule[] {
  return documents.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line) => {
      const number = DEFINED.exec(line)?.[1];
      return number === undefined ? [] : [{ number, path }];
    }),
  );
}

export function citedRules(tests: readonly SourceFile[]): Rule[] {
  return tests.flatMap((file) =>
    [...nodesOf(file)]
      .map(title)
      .flatMap((words) => [...words.matchAll(CITED)].map(([, number = '']) => ({ number, path: file.path }))),
  );
}

/** The title of a test or of a group of tests, else nothing. */
function title(node: Node): string {
  if (node.type !== 'CallExpression' || !Array.isArray(node['arguments'])) return '';
  return ['test', 'it', 'describe'].includes(leftmost(node['callee']))
    ? (literalText(node['arguments'][0]) ?? '')
    : '';
}

/** `test` of `test.each(rows)(…)`: the name that a chain of calls and members starts with. */
function leftmost(callee: unknown): string {
  const node = callee as Node | undefined;
  if (node?.type === 'Identifier') return String(node['name']);
  if (node?.type === 'MemberExpression') return leftmost(node['object']);
  if (node?.type === 'CallExpression') return leftmost(node['callee']);
  return node?.type === 'TaggedTemplateExpression' ? leftmost(node['tag']) : '';
}

/** One sentence for each rule that no test cites, each citation of no rule, each number given twice. */
export function untraced(defined: readonly Rule[], cited: readonly Rule[]): string[] {
  const known = new Set(defined.map(({ number }) => number));
  const proven = new Set(cited.map(({ number }) => number));
  const twice = defined.filter(
    ({ number }, index) => defined.findIndex((rule) => rule.number === number) !== index,
  );
  const unknown = cited.filter(({ number }) => !known.has(number) && !KEPT_ELSEWHERE.test(number));
  const sentences = [
    ...defined
      .filter(({ number }) => !proven.has(number))
      .map((rule) => `${rule.path}: no test cites [${rule.number}]`),
    ...unknown.map((rule) => `${rule.path}: cites [${rule.number}], which no page defines`),
    ...twice.map((rule) => `${rule.path}: [${rule.number}] is defined twice`),
  ];
  // A rule cited by ten tests of a file is one fault of that file, not ten.
  return [...new Set(sentences)];
}
