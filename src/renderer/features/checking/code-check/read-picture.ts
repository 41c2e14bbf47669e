import { LARGEST_SOURCE_BYTES } from '../../../../shared/document/image-rules.ts';
import type { PictureOutcome } from './picture-messages.ts';

/**
 * Looks for a code in a picture, in a thread that ends with the search; `signal` gives it up, and the
 * answer then never comes.
 */
export function readPicture(file: Blob, signal: AbortSignal): Promise<PictureOutcome> {
  if (file.size > LARGEST_SOURCE_BYTES) return Promise.resolve({ found: 'no-picture' });
  const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const end = (outcome: PictureOutcome): void => {
      worker.terminate();
      resolve(outcome);
    };
    signal.addEventListener('abort', () => worker.terminate());
    worker.addEventListener('message', ({ data }: MessageEvent<PictureOutcome>) => end(data));
    worker.addEventListener('error', () => end({ found: 'no-picture' }));
    worker.postMessage(file);
  });
}
