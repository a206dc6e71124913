/** The project's own TypeScript, and what each file imports, read from its syntax tree and not guessed by a pattern. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export type SourceFile = { readonly path: string; readonly text: string };
export type Import = { readonly from: string; readonly typeOnly: boolean };

const root = fileURLToPath(new URL('..', import.meta.url));
const NOT_OURS = new Set(['node_modules', 'dist', '.tsc', 'coverage']);

/** Every file under apps/ and packages/ whose name matches, with its path from the repository root. */
export function projectFiles(name: RegExp): SourceFile[] {
  return ['apps', 'packages'].flatMap((folder) => under(folder, name));
}

function under(folder: string, name: RegExp): SourceFile[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : under(path, name);
    return name.test(entry.name) ? [{ path, text: readFileSync(root + path, 'utf8') }] : [];
  });
}

/** A node of the syntax tree, as far as anything here looks at it. */
export type Node = { readonly type: string; readonly [key: string]: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export function* nodesOf({ path, text }: SourceFile): Generator<Node> {
  const waiting: unknown[] = [parseSync(path, text).program];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) waiting.push(...value);
    else if (isNode(value)) {
      yield value;
      waiting.push(...Object.values(value));
    }
  }
}

/** The literal text of a string or of a template, with a gap where a template inserts a value. */
export function literalText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return undefined;
  const parts = node['quasis'] as { value: { cooked: string } }[];
  return parts.map(({ value }) => value.cooked).join('…');
}

const IMPORTING = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

export function importsOf(file: SourceFile): Import[] {
  return [...nodesOf(file)]
    .filter(({ type }) => IMPORTING.has(type))
    .flatMap((node) => {
      const from = literalText(node['source']);
      return from === undefined ? [] : [{ from, typeOnly: isTypeOnly(node) }];
    });
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type')
    return true;
  // `import { type A }` names only types too, though the compiler keeps the import itself.
  const names = Array.isArray(node['specifiers']) ? (node['specifiers'] as Node[]) : [];
  return (
    names.length > 0 && names.every((name) => name['importKind'] === 'type' || name['exportKind'] === 'type')
  );
}
