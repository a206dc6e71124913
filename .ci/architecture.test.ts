import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ARROWS } from './arrows.ts';
import { projectFiles } from './sources.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const workspaces = ['apps', 'packages'].flatMap((folder) =>
  readdirSync(root + folder).map((name) => `${folder}/${name}`),
);

/** A file of settings; tsconfig files here are plain JSON. */
function settings(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(root + path, 'utf8')) as Record<string, unknown>;
}

test.each([
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'docker-compose.yml',
  'Dockerfile',
  'README.md',
  'LICENSE',
  'publiccode.yml',
  'docs/contributing.md',
  'docs/decisions',
  '.ci/run',
])('%s is where people look for it', (path) => {
  expect(existsSync(root + path)).toBe(true);
});

test('the workspaces are those of the table of arrows', () => {
  expect(workspaces.toSorted()).toEqual(Object.keys(ARROWS).toSorted());
});

test('no workspace weakens the compiler', () => {
  const strictness = Object.keys(settings('tsconfig.base.json')['compilerOptions'] as object).filter(
    (option) => !['lib', 'types'].includes(option),
  );
  for (const workspace of workspaces) {
    const { extends: base, compilerOptions = {} } = settings(`${workspace}/tsconfig.json`);
    expect(base, workspace).toBe('../../tsconfig.base.json');
    expect(
      strictness.filter((option) => option in (compilerOptions as object)),
      workspace,
    ).toEqual([]);
  }
});

test('every dependency is pinned to one version', () => {
  for (const workspace of ['.', ...workspaces]) {
    const { dependencies = {}, devDependencies = {} } = settings(`${workspace}/package.json`);
    const loose = Object.entries({ ...(dependencies as object), ...(devDependencies as object) }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)),
    );
    expect(loose, workspace).toEqual([]);
  }
});

test('files and folders are named after the domain, never after the drawer they were put in', () => {
  const drawer = /(^|[/-])(helpers?|utils?|common|misc|manager|service)([-./]|$)/;
  const paths = projectFiles(/\.tsx?$/).map(({ path }) => path);
  expect(paths.filter((path) => drawer.test(path))).toEqual([]);
});
