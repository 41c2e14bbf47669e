import { describe, expect, it } from 'vitest';

import {
  countGate,
  countPlaywright,
  countVitest,
  summarise,
} from '../../../scripts/lib/test-summary.mjs';

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
