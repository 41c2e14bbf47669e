import { answerIn } from '../../shared/contract/envelope.ts';
import type { SessionExchange } from '../../shared/exchange/session-exchange.ts';
import { sessionFileText } from '../exchange/file.ts';
import type { WriteSessionJob } from '../exchange/jobs.ts';
import { refuseToReplace } from '../export/write-file.ts';
import { writeTogether } from '../export/write-together.ts';

/** Writes the file of one session, as documents are written. */
export async function runWriteSession({
  exchange,
  targetPath,
  mayReplace,
  mark,
}: WriteSessionJob): Promise<null> {
  const refuse = (): Promise<void> => refuseToReplace([{ targetPath, mayReplace }]);
  await refuse();
  // Sealed by `exchange.collect`, which answers with nothing else.
  const session = answerIn(exchange) as SessionExchange;
  const make = (): Uint8Array => Buffer.from(sessionFileText(session));
  await writeTogether([{ targetPath, make }], { mark, beforePlacing: refuse });
  return null;
}
