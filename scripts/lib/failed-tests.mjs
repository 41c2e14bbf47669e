import { dirname, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/*
 * Who failed, from what the runners report: the log of a whole run is long and may be cut,
 * so its end must say it all again. Each is `{ place, title, error }`.
 */

const LONGEST = 240;

/** The failed tests of a vitest report, and the files that could not be loaded. */
export function failedInVitest(report, root) {
  return (report?.testResults ?? []).flatMap((file) => {
    const place = relative(root, file.name ?? '');
    const failed = (file.assertionResults ?? []).filter(({ status }) => status === 'failed');
    if (failed.length === 0 && file.status === 'failed')
      return [{ place, title: '(berkas tidak dapat dimuat)', error: firstWords(file.message) }];
    return failed.map(({ fullName, failureMessages = [] }) => ({
      place: `${place}${lineInStack(failureMessages[0], file.name)}`,
      title: fullName,
      error: firstWords(failureMessages[0]),
    }));
  });
}

/** The tests of a Playwright report that failed in the end, and the files that could not be loaded. */
export function failedInPlaywright(report) {
  const unloadable = (report?.errors ?? []).map(({ message, location }) => ({
    place: placeOf(location, report),
    title: '(berkas tidak dapat dimuat)',
    error: firstWords(message),
  }));
  return [...testsEnding(report, 'unexpected'), ...unloadable];
}

/** The tests of a Playwright report that failed once and passed when they were tried again. */
export function secondTriesInPlaywright(report) {
  return testsEnding(report, 'flaky');
}

function testsEnding(report, status) {
  return specsOf(report?.suites ?? []).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === status)
      .map(({ results }) => {
        const error = results.find(({ errors }) => errors?.length)?.errors[0];
        const place = `${spec.file}:${spec.line}`;
        // Often a line of a helper, which alone says where the test stood.
        const at = placeOf(error?.location, report);
        return {
          place: at === '' || at === place ? place : `${place} → ${at}`,
          title: spec.title,
          error: firstWords(error?.message),
        };
      }),
  );
}

function specsOf(suites) {
  return suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])]);
}

/** The tests run in a copy of the clone: only the path within it means something. */
function placeOf(location, report) {
  if (!location?.file) return '';
  const root = dirname(report.config?.configFile ?? '');
  return `${relative(root, location.file)}:${location.line}`;
}

/** ":12", the line of the test's own file in which it failed; empty where the stack does not name it. */
function lineInStack(stack = '', file = '') {
  const after = stack.split(file)[1] ?? '';
  return /^:\d+/.exec(after)?.[0] ?? '';
}

/** What the error says before its stack, its log or the lines of code, in one line. */
function firstWords(message) {
  const lines = stripVTControlCharacters(message ?? '').split('\n');
  const end = lines.findIndex((line) => /^\s+at |^Call log:|^\s*>?\s*\d+ \|/.test(line));
  const said = lines.slice(0, end > 0 ? end : undefined).map((line) => line.trim());
  const words = said.filter(Boolean).join(' · ') || '(tanpa pesan)';
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
