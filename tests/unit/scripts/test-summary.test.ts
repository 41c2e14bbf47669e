import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import {
  countGate,
  countPlaywright,
  countVitest,
  summarise,
} from '../../../scripts/lib/test-summary.mjs';

const projectRoot = join(import.meta.dirname, '..', '..', '..');
const vitestReport = (passed: number, failed: number): object => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: [],
});
const playwrightReport = (expected: number, unexpected: number, errors: object[] = []): object => ({
  stats: { expected, unexpected, flaky: 0, skipped: 0 },
  errors,
});

describe('the closing line of all test runners', () => {
  it('adds up every runner and passes when nothing failed', () => {
    const summary = summarise([
      countGate('format', 0),
      countVitest('unit', vitestReport(40, 0), 0),
      countPlaywright('e2e', playwrightReport(7, 0), 0),
    ]);
    expect(summary.closing).toBe('48 passed, 0 failed');
    expect(summary.exitCode).toBe(0);
  });

  it('fails when a runner executed nothing, even if it says it succeeded', () => {
    const summary = summarise([
      countVitest('unit', vitestReport(40, 0), 0),
      countPlaywright('e2e', playwrightReport(0, 0), 0),
    ]);
    expect(summary.closing).toBe('40 passed, 1 failed');
    expect(summary.exitCode).toBe(1);
    expect(summary.lines[1]).toContain('tidak ada uji yang dijalankan');
  });

  it('fails when a runner left no report', () => {
    expect(summarise([countVitest('unit', null, 0)]).exitCode).toBe(1);
    expect(summarise([countPlaywright('e2e', null, 1)]).closing).toBe('0 passed, 1 failed');
  });

  it('fails when there was no runner at all', () => {
    expect(summarise([])).toMatchObject({ closing: '0 passed, 0 failed', exitCode: 1 });
  });

  it('counts a failing gate as failed', () => {
    expect(summarise([countGate('types', 2), countGate('lint', 0)])).toMatchObject({
      closing: '1 passed, 1 failed',
      exitCode: 1,
    });
  });

  it('counts a test file that could not be loaded', () => {
    const report = {
      ...vitestReport(3, 0),
      testResults: [{ status: 'failed', assertionResults: [] }],
    };
    expect(countVitest('unit', report, 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('counts a spec file that could not be loaded', () => {
    const report = playwrightReport(3, 0, [{ message: 'SyntaxError' }]);
    expect(countPlaywright('e2e', report, 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('does not trust a clean report of a runner that ended with an error', () => {
    expect(countVitest('unit', vitestReport(40, 0), 1)).toMatchObject({ passed: 40, failed: 1 });
  });
});

/** One spec of a Playwright report, with the errors of its tries. */
const spec = (title: string, status: string, errors: readonly (object | null)[]): object => ({
  title,
  file: 'tests/e2e/contoh.spec.ts',
  line: 12,
  tests: [{ status, results: errors.map((error) => ({ errors: error === null ? [] : [error] })) }],
});
const errorAt = (file: string, line: number, message: string): object => ({
  message,
  location: { file: `/salinan/app/${file}`, line, column: 3 },
});
const specsReport = (stats: object, specs: readonly object[]): object => ({
  config: { configFile: '/salinan/app/playwright.config.ts' },
  stats,
  suites: [{ title: 'contoh.spec.ts', specs: [], suites: [{ title: 'bagian', specs }] }],
  errors: [],
});

describe('the names before the closing line', () => {
  it('name a failed test of the app, where it stood and what it saw', () => {
    const report = specsReport({ expected: 1, unexpected: 1, flaky: 0 }, [
      spec('berhasil', 'expected', [null]),
      spec('gagal', 'unexpected', [
        errorAt(
          'tests/e2e/bantuan.ts',
          40,
          '\u001B[31mError: \u001B[2mexpect(\u001B[22mlocator\u001B[2m).toHaveText()\u001B[22m failed\n\nLocator: td\nExpected: "b"\n\nCall log:\n  - waiting\n    at startTable (x.ts:1:1)',
        ),
        errorAt('tests/e2e/bantuan.ts', 41, 'Error: lain'),
      ]),
    ]);
    expect(summarise([countPlaywright('e2e', report, 1)])).toEqual({
      lines: [
        'e2e: 1 lulus, 1 gagal',
        'Gagal',
        '  tests/e2e/contoh.spec.ts:12 → tests/e2e/bantuan.ts:40 › gagal',
        '      Error: expect(locator).toHaveText() failed · Locator: td · Expected: "b"',
      ],
      closing: '1 passed, 1 failed',
      exitCode: 1,
    });
  });

  it('count a test that passed when tried again as passed, and name it with its first error', () => {
    const report = specsReport({ expected: 2, unexpected: 0, flaky: 1 }, [
      spec('berhasil', 'expected', [null]),
      spec('goyah', 'flaky', [errorAt('tests/e2e/contoh.spec.ts', 12, 'Error: terlambat'), null]),
    ]);
    expect(summarise([countPlaywright('e2e', report, 0)])).toEqual({
      lines: [
        'e2e: 3 lulus, 0 gagal',
        'Goyah (lulus pada percobaan kedua)',
        '  tests/e2e/contoh.spec.ts:12 › goyah',
        '      Error: terlambat',
      ],
      closing: '3 passed, 0 failed',
      exitCode: 0,
    });
  });

  it('name a spec file that could not be loaded', () => {
    const report = {
      ...specsReport({ expected: 1, unexpected: 0, flaky: 0 }, []),
      errors: [errorAt('tests/e2e/rusak.spec.ts', 3, 'SyntaxError: Unexpected token')],
    };
    expect(summarise([countPlaywright('e2e', report, 1)]).lines.slice(1)).toEqual([
      'Gagal',
      '  tests/e2e/rusak.spec.ts:3 › (berkas tidak dapat dimuat)',
      '      SyntaxError: Unexpected token',
    ]);
  });

  it('name failed unit tests, and files of which none could be run', () => {
    const file = join(projectRoot, 'tests', 'unit', 'contoh.test.ts');
    const report = {
      numPassedTests: 4,
      numFailedTests: 1,
      testResults: [
        {
          name: file,
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'berhasil' },
            {
              status: 'failed',
              fullName: 'hitungan benar',
              failureMessages: [`AssertionError: expected 1 to be 2\n    at ${file}:7:3`],
            },
          ],
        },
        {
          name: join(projectRoot, 'tests', 'db', 'rusak.test.ts'),
          status: 'failed',
          message: 'Cannot find module',
          assertionResults: [],
        },
      ],
    };
    const { lines, closing } = summarise([countVitest('unit', report, 1)]);
    expect(closing).toBe('4 passed, 2 failed');
    expect(lines.slice(1)).toEqual([
      'Gagal',
      '  tests/unit/contoh.test.ts:7 › hitungan benar',
      '      AssertionError: expected 1 to be 2',
      '  tests/db/rusak.test.ts › (berkas tidak dapat dimuat)',
      '      Cannot find module',
    ]);
  });
});
