import { beforeAll, describe, expect, test } from 'vitest';

import { runGate } from './gate-fixture.ts';
import type { GateResult } from './gate-fixture.ts';

const exportOf = (path: string): string => `import { x } from '${path}';\nexport const y = x;\n`;
const value = 'export const x = 1;\n';

describe('lint: who may import whom', () => {
  const forbidden: readonly (readonly [folder: string, path: string])[] = [
    ['src/shared', 'react'],
    ['src/shared', 'node:fs'],
    ['src/shared', '../main/people/store.ts'],
    ['src/shared/minutes', '../../renderer/app/app.tsx'],
    ['src/main/people', 'electron'],
    ['src/main/people', '../sessions/store.ts'],
    ['src/main/people', '../../renderer/app/app.tsx'],
    ['src/main/export', '../app/paths.ts'],
    ['src/main/jobs', 'electron'],
    ['src/main/jobs', '../db/database.ts'],
    ['src/main/app', 'better-sqlite3'],
    ['src/main/app', '../db/database.ts'],
    ['src/main/app', '../../renderer/app/app.tsx'],
    ['src/renderer/app', 'electron'],
    ['src/renderer/app', 'node:fs'],
    ['src/renderer/app', '../../main/people/store.ts'],
    ['src/renderer/ui', '../api/client.ts'],
    ['src/renderer/features/library', '../editor/a.ts'],
    ['src/renderer/features/library', '../../app/app.tsx'],
    ['src/renderer/features/library', '../../../main/people/store.ts'],
    ['src/renderer/features/library/parts', '../../editor/a.ts'],
    ['src/renderer/features/library/parts', '../../../app/app.tsx'],
    ['src/renderer/features/library/parts', '../../../../main/people/store.ts'],
  ];
  const files = forbidden.map(([folder], index) => `${folder}/fixture-${index}.ts`);

  test('each forbidden import is reported', async () => {
    const tree = Object.fromEntries(
      forbidden.map(([, path], index) => [files[index], exportOf(path)]),
    );
    const { exitCode, output } = await runGate('oxlint', ['--format', 'unix', 'src'], tree);
    const reported = files.filter((file) =>
      output.split('\n').some((line) => line.startsWith(`${file}:`) && /restricted/.test(line)),
    );
    expect(reported).toEqual(files);
    expect(exitCode).not.toBe(0);
  });

  test('what the layers allow passes', async () => {
    const { exitCode, output } = await runGate('oxlint', ['src'], {
      'src/shared/x.ts': value,
      'src/shared/minutes/a.ts': exportOf('../x.ts'),
      'src/shared/b.ts': exportOf('zod'),
      'src/main/db/x.ts': value,
      'src/main/people/a.ts': exportOf('../db/x.ts'),
      'src/main/people/b.ts': exportOf('../../shared/x.ts'),
      'src/main/people/c.ts': exportOf('./a.ts'),
      'src/main/jobs/a.ts': exportOf('../people/c.ts'),
      'src/main/app/a.ts': exportOf('electron'),
      'src/main/app/b.ts': "export type { x } from '../db/x.ts';\n",
      'src/renderer/ui/x.ts': value,
      'src/renderer/features/library/a.ts': exportOf('../../ui/x.ts'),
      'src/renderer/features/library/parts/b.ts': exportOf('../a.ts'),
      'src/renderer/features/library/c.ts': exportOf('../../../shared/x.ts'),
    });
    expect(output).not.toContain('no-restricted-imports');
    expect(exitCode).toBe(0);
  });
});

describe('lint: rules that catch mistakes', () => {
  const mistakes: readonly (readonly [rule: string, code: string])[] = [
    ['no-floating-promises', 'export function a(): void {\n  Promise.resolve();\n}\n'],
    ['no-explicit-any', 'export const a: any = 1;\n'],
    ['no-non-null-assertion', 'export const a = (b: string | null) => b!.length;\n'],
    ['ban-ts-comment', '// @ts-ignore\nexport const a: string = 1;\n'],
    ['no-default-export', 'export default 1;\n'],
    [
      'switch-exhaustiveness-check',
      "export function a(b: 'c' | 'd'): number {\n  switch (b) {\n    case 'c':\n      return 1;\n  }\n  return 2;\n}\n",
    ],
  ];
  const cycle: Readonly<Record<string, string>> = {
    'src/shared/cycle-a.ts':
      "import { b } from './cycle-b.ts';\nexport const a = (): number => b();\n",
    'src/shared/cycle-b.ts':
      "import { a } from './cycle-a.ts';\nexport const b = (): number => a();\n",
  };
  let result: GateResult;
  // One start of the linter for all mistakes: its start takes longer than its work.
  beforeAll(async () => {
    const files = mistakes.map(([rule, code]) => [`src/shared/${rule}.ts`, code] as const);
    const tree = { ...Object.fromEntries(files), ...cycle };
    result = await runGate('oxlint', ['--type-aware', '--format', 'unix', 'src'], tree);
  });
  /** The rules that are reported as errors in a file. */
  const errorsIn = (file: string): readonly string[] =>
    result.output
      .split('\n')
      .filter((line) => line.startsWith(`src/shared/${file}.ts:`) && line.includes('[Error/'));

  test.each(mistakes)('%s', (rule) => {
    expect(errorsIn(rule).join('\n')).toContain(`(${rule})`);
    expect(result.exitCode).not.toBe(0);
  });

  test('import cycles', () => {
    expect(errorsIn('cycle-a').join('\n')).toContain('(no-cycle)');
    expect(errorsIn('cycle-b').join('\n')).toContain('(no-cycle)');
    expect(result.exitCode).not.toBe(0);
  });
});

describe('types: each layer is a project of its own', () => {
  test('shared knows neither Node nor the DOM', async () => {
    const { exitCode, output } = await runGate('tsc', ['-b', 'src/shared'], {
      'src/shared/node.ts': 'export const a = process.pid;\n',
      'src/shared/dom.ts': 'export const a = document.title;\n',
    });
    expect(output).toMatch(/shared\/node\.ts.*TS2591/);
    expect(output).toMatch(/shared\/dom\.ts.*TS2584/);
    expect(exitCode).not.toBe(0);
  });

  test('a main feature cannot reach the folders that know Electron', async () => {
    const { exitCode, output } = await runGate('tsc', ['-b', 'src/main'], {
      'src/shared/x.ts': value,
      'src/main/app/x.ts': value,
      'src/main/people/a.ts': exportOf('../app/x.ts'),
    });
    expect(output).toContain('TS6307');
    expect(exitCode).not.toBe(0);
  });

  test('the window cannot reach the main process', async () => {
    const { exitCode, output } = await runGate('tsc', ['-b', 'src/renderer'], {
      'src/shared/x.ts': value,
      'src/main/people/x.ts': value,
      'src/renderer/app/a.ts': exportOf('../../main/people/x.ts'),
    });
    expect(output).toContain('TS6307');
    expect(exitCode).not.toBe(0);
  });

  test('a handler that is missing does not compile', async () => {
    const answers = "import type { Handlers } from '../../shared/contract/index.ts';\n";
    const { exitCode, output } = await runGate(
      'tsc',
      ['-b', 'src/main'],
      { 'src/main/search/a.ts': `${answers}export const a: Handlers<'search'> = {};\n` },
      ['src/shared'],
    );
    // One code for one missing call, another for several.
    expect(output).toMatch(/TS27(?:39|40|41).*is missing/);
    expect(output).toContain('search.query');
    expect(exitCode).not.toBe(0);
  });
});

test('format: a badly formatted file is refused', async () => {
  const { exitCode } = await runGate('oxfmt', ['--check', 'src'], {
    'src/shared/a.ts': 'export const   a="b"\n',
  });
  expect(exitCode).not.toBe(0);
});
