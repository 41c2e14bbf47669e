import { failedInPlaywright, failedInVitest, secondTriesInPlaywright } from './failed-tests.mjs';
import { projectRoot } from './project.mjs';

/*
 * Adds up what the runners report. A run counts only when it left a report with at least one executed test:
 * a runner that found nothing to run, or died before reporting, is a failure and never a pass.
 */

/** Counts one gate (a command that passes or fails as a whole). */
export function countGate(name, code) {
  return code === 0
    ? { name, passed: 1, failed: 0 }
    : { name, passed: 0, failed: 1, problem: `kode keluar ${code}` };
}

/** Counts a vitest run from its JSON report (null when it left none) and its exit code. */
export function countVitest(name, report, code) {
  const files = report?.testResults ?? [];
  // A file that could not be loaded has no failed test of its own.
  const unloadable = files.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults?.some((test) => test.status === 'failed'),
  ).length;
  const passed = report?.numPassedTests ?? 0;
  const failed = (report?.numFailedTests ?? 0) + unloadable;
  return judge({ name, passed, failed, code, failures: failedInVitest(report, projectRoot) });
}

/**
 * Counts a Playwright run from its JSON report (null when it left none) and its exit code. A test that passed when it
 * was tried again has passed, and is named: see the retries in playwright.config.ts.
 */
export function countPlaywright(name, report, code) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return judge({
    name,
    passed: expected + flaky,
    failed: unexpected + (report?.errors?.length ?? 0),
    code,
    failures: failedInPlaywright(report),
    secondTries: secondTriesInPlaywright(report),
  });
}

function judge({ code, ...count }) {
  if (count.passed + count.failed === 0)
    return { ...count, failed: 1, problem: 'tidak ada uji yang dijalankan' };
  if (code !== 0 && count.failed === 0)
    return { ...count, failed: 1, problem: `kode keluar ${code}` };
  return count;
}

/** The lines for people and the closing line, with the exit code that goes with them. */
export function summarise(counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  const lines = counts.map(
    (count) =>
      `${count.name}: ${count.passed} lulus, ${count.failed} gagal${count.problem ? ` (${count.problem})` : ''}`,
  );
  const named = (heading, tests) =>
    tests.length === 0 ? [] : [heading, ...tests.flatMap(inLines)];
  return {
    lines: [
      ...lines,
      ...named(
        'Goyah (lulus pada percobaan kedua)',
        counts.flatMap((count) => count.secondTries ?? []),
      ),
      ...named(
        'Gagal',
        counts.flatMap((count) => count.failures ?? []),
      ),
    ],
    closing: `${passed} passed, ${failed} failed`,
    exitCode: failed === 0 && passed > 0 ? 0 : 1,
  };
}

function inLines({ place, title, error }) {
  return [`  ${place} › ${title}`, `      ${error}`];
}
