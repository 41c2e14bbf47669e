// How much of old minutes is recognised: per field, over the half of the corpus on which the rules were
// tuned and over the half that nobody who wrote them has looked into, apart. Of the held half only the
// numbers are printed, so that it stays unseen.
import type { CorpusHalf } from '../fixtures/import/corpus.ts';
import { corpusFiles, scoreCorpusFile } from '../fixtures/import/corpus.ts';
import type { FileScore } from '../fixtures/import/score.ts';

const percent = (right: number, all: number): string =>
  `${right} of ${all} (${all === 0 ? '–' : ((100 * right) / all).toFixed(1)} %)`;

async function report(half: CorpusHalf): Promise<void> {
  const scores: FileScore[] = [];
  const startedAt = performance.now();
  for (const module of corpusFiles(half)) {
    // oxlint-disable-next-line no-await-in-loop -- one file after the other, as an import reads them
    scores.push(await scoreCorpusFile(half, module));
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const fields = scores.flatMap((score) => score.fields);
  const right = fields.filter(({ isRight }) => isRight).length;
  console.log(`\n${half}: ${scores.length} files, made, read and recognised in ${seconds} s`);
  console.log(`  all fields   ${percent(right, fields.length)}`);
  for (const [field, each] of Map.groupBy(fields, (one) => one.field)) {
    const found = each.filter(({ isRight }) => isRight).length;
    console.log(`  ${field.padEnd(12)} ${percent(found, each.length)}`);
  }
  const whole = scores.filter(({ lost }) => lost.length === 0).length;
  console.log(`  every word   ${percent(whole, scores.length)} files`);
}

await report('dev');
await report('held');
